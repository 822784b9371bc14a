/* Presenting: full screen, big type, and the arrow keys walk the story that the advisor chose. */
let step = 0;
function showStep(number) {
  step = Math.max(0, Math.min(D.verhaal.length - 1, number));
  const { weergave, blad, element, tekst } = D.verhaal[step], view = views.get(weergave) || S.view;
  const chosen = element ? byId.get(element) : null;
  const owner = I[byId.get(blad) ?? chosen ?? -1];
  const space = owner && spaceIds.has(owner.r) ? owner.r : S.space;
  const sheets = sheetsOf(view, space);
  const sheet = sheets.find(item => item.id === blad) || sheets.find(item => chosen != null && cardsOf(item) && item.on.has(chosen)) || sheets[0];
  go({ view, sheet, space, chosen, filters: {}, mode: 'kaart' });
  $('#p-stap').textContent = `${step + 1}/${D.verhaal.length}`;
  $('#p-tekst').textContent = tekst || S.sheet.titel;
  $('#p-vorige').disabled = step === 0;
  $('#p-volgende').disabled = step === D.verhaal.length - 1;
  say(`Stap ${step + 1} van ${D.verhaal.length}. ${tekst || S.sheet.titel}`);
}
function present(on) {
  if (on && !D.verhaal.length) return;
  S.presenting = on;
  document.body.classList.toggle('presents', on);
  $('#present').hidden = !on;
  if (on) {
    if (root.requestFullscreen) root.requestFullscreen().catch(() => {});
    showStep(0);
    $('#vlak').focus();
  } else {
    if (document.fullscreenElement) document.exitFullscreen();
    fit(false);
    $('#b-presenteer').focus();
  }
}
$('#b-presenteer').onclick = () => present(true);
$('#p-stop').onclick = () => present(false);
$('#p-vorige').onclick = () => showStep(step - 1);
$('#p-volgende').onclick = () => showStep(step + 1);
/* Clickers send PageUp and PageDown. */
addEventListener('keydown', event => {
  if (!S.presenting || event.target.closest('input, select, #paneel')) return;
  if (['PageDown', 'ArrowRight'].includes(event.key)) { event.preventDefault(); showStep(step + 1); }
  else if (['PageUp', 'ArrowLeft'].includes(event.key)) { event.preventDefault(); showStep(step - 1); }
  else if (event.key === 'Home') { event.preventDefault(); showStep(0); }
  else if (event.key === 'Escape') present(false);
});
