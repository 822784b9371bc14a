/* Loading a saved file, to go on with it. What stands in the page already is never lost. */
const LARGEST = 5000000;
const asText = value => typeof value === 'string' ? value : '';

function takeUp(remark) {
  const place = places.find(each => each.dataset.element === remark.element && each.dataset.raadsvraag === remark.raadsvraag);
  if (!place) {
    if (!elsewhere.some(other => JSON.stringify(other) === JSON.stringify(remark))) elsewhere.push(remark);
    return 'elders';
  }
  const text = field(place, 'tekst'), older = remark.versie !== place.dataset.versie;
  if (!text.value.split('\n\n').includes(remark.tekst)) text.value = [text.value.trim(), remark.tekst].filter(Boolean).join('\n\n');
  if (!field(place, 'soort').value && [...field(place, 'soort').options].some(option => option.value === remark.soort)) field(place, 'soort').value = remark.soort;
  if (remark.wie && remark.wie !== $('wie').value.trim() && !field(place, 'wie').value) field(place, 'wie').value = remark.wie;
  if (older && remark.versie) place.dataset.gelezen = remark.versie;
  mark(place);
  return older ? 'ouder' : 'hier';
}

function read(content) {
  let given = null;
  try { given = JSON.parse(content); } catch { /* Told below, as for any other file that is not ours. */ }
  if (!given || given.vorm !== told.vorm || !Array.isArray(given.reacties)) {
    return say('Dit is geen bestand met reacties. Kies een bestand dat u met ‘Bewaar mijn reacties’ maakte.', true);
  }
  const remarksOfFile = given.reacties.filter(Boolean).map(remark => ({
    element: asText(remark.element), versie: asText(remark.versie), raadsvraag: asText(remark.raadsvraag), soort: asText(remark.soort), tekst: asText(remark.tekst), wie: asText(remark.wie),
  }));
  const names = new Set(remarksOfFile.map(remark => remark.wie));
  if (!$('wie').value.trim() && names.size === 1) $('wie').value = [...names][0];
  const where = remarksOfFile.map(takeUp), number = kind => where.filter(each => each === kind).length;
  changed();
  const older = number('ouder') ? ` Bij ${number('ouder')} is de tekst van het dossier sindsdien veranderd: kijk of uw reactie nog klopt.` : '';
  const absent = number('elders') ? ` ${count(number('elders'), 'gaat', 'gaan')} over iets wat niet in dit dossier staat; die blijven wel bewaard.` : '';
  return say(`${count(where.length, 'reactie', 'reacties')} geladen.${older}${absent}`, Boolean(older || absent));
}

if (told) {
  document.documentElement.classList.add('met-reacties');
  document.querySelector('.met-script').hidden = false;
  document.querySelector('.balk').hidden = false;
  recall();
  places.forEach(mark);
  sayHowItStands();
  $('wie').addEventListener('input', changed);
  for (const place of places) {
    place.addEventListener('input', event => {
      if (event.target.dataset.veld === 'tekst') delete place.dataset.gelezen;
      mark(place);
      changed();
    });
  }
  $('bewaar').addEventListener('click', save);
  $('laad').addEventListener('click', () => $('bestand').click());
  $('bestand').addEventListener('change', async () => {
    const file = $('bestand').files[0];
    $('bestand').value = '';
    if (!file) return;
    if (file.size > LARGEST) say('Dit bestand is te groot voor een bestand met reacties.', true);
    else read(await file.text());
  });
  addEventListener('beforeunload', event => { if (unsaved) event.preventDefault(); });
}
