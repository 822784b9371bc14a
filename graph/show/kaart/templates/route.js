/* The address: view, picture, chosen element, filters and form stand in #…, so that what one sees can be shared. */
const MODES = ['kaart', 'boom', 'tabel'];
const spaceName = () => (D.ruimten.find(space => space.id === S.space) || { naam: '' }).naam;

function addressOf(changes) {
  const next = { ...S, ...changes }, query = new URLSearchParams();
  if (next.space !== D.ruimten[0]?.id) query.set('gemeente', next.space);
  if (next.chosen != null) query.set('kies', I[next.chosen].id);
  if (next.mode !== 'kaart') query.set('als', next.mode);
  for (const [name, value] of Object.entries(next.filters)) query.set(name, value);
  const path = [next.view?.id, next.sheet?.id].filter(Boolean).map(encodeURIComponent).join('/'), text = query.toString();
  return '#' + path + (text ? '?' + text : '');
}
/* A whole address: a link that only has #… would pass for a skip link. */
const linkOf = changes => location.href.split('#')[0] + addressOf(changes);
function go(changes) {
  const address = addressOf(changes);
  if (location.hash === address) route(); else { history.pushState(null, '', address); route(); }
}
/* Choose an element: here if it is in the picture, else in the view that shows it best. */
function choose(index) {
  if (S.sheet && cardsOf(S.sheet) && S.sheet.on.has(index) && visibleCards().some(card => card.index === index)) return go({ chosen: index });
  const space = spaceIds.has(I[index].r) ? I[index].r : S.space, home = homeOf(index, space);
  if (!home) return go({ chosen: index });
  const view = views.get(home[0]);
  go({ space, view, sheet: sheetsOf(view, space).find(sheet => sheet.id === home[1]), chosen: index, filters: {} });
}
/* A click on a card: open what hangs below it if that is a picture of its own, else choose it. */
function open(index) {
  const sheets = sheetsOf(S.view, S.space), own = sheets.find(sheet => sheet.id === I[index].id);
  if (own && own !== S.sheet && S.view.id !== 'draad') return go({ sheet: own, chosen: null });
  const above = S.sheet.id === 'start' && ancestors(index).map(item => sheets.find(sheet => sheet.id === I[item].id)).find(Boolean);
  if (above && above !== S.sheet) return go({ sheet: above, chosen: index });
  go({ chosen: index === S.chosen ? null : index });
}

function readAddress() {
  const hash = location.hash.slice(1);
  if (['inhoud', 'boom'].includes(hash)) return null;
  const [path, text = ''] = hash.split('?'), query = new URLSearchParams(text);
  const [viewId, sheetId] = path.split('/').map(part => { try { return decodeURIComponent(part); } catch { return ''; } });
  const asked = query.get('gemeente'), space = spaceIds.has(asked) ? asked : D.ruimten[0]?.id;
  let view = views.get(viewId), sheets = view ? sheetsOf(view, space) : [];
  if (!sheets.length) { view = D.weergaven.find(item => sheetsOf(item, space).length); sheets = view ? sheetsOf(view, space) : []; }
  const sheet = sheets.find(item => item.id === sheetId) || sheets[0];
  const filters = {};
  for (const [name] of FILTERS) {
    const value = query.get(name);
    if (value && (name === 'toestand' ? value.split(':')[0] in D.vragen : byId.has(value))) filters[name] = value;
  }
  const mode = MODES.includes(query.get('als')) ? query.get('als') : narrow() && !location.hash ? 'boom' : 'kaart';
  return { view, sheet, space, chosen: byId.get(query.get('kies')) ?? null, mode, filters };
}
function route() {
  const next = readAddress();
  if (!next) { $('#inhoud').focus(); return; }
  if (!next.view) { $('#leeg').hidden = false; $('#leeg').textContent = 'In dit register staat nog niets dat op een kaart past.'; return; }
  const spaceChanged = next.space !== S.space, sheetChanged = spaceChanged || next.sheet !== S.sheet || next.view !== S.view;
  const keep = !sheetChanged && next.mode === S.mode && JSON.stringify(next.filters) === JSON.stringify(S.filters);
  Object.assign(S, next);
  if (sheetChanged) S.focus = null;
  if (S.chosen != null) S.focus = S.chosen;
  if (spaceChanged) { buildFilters(); $('#gemeente').value = S.space; }
  showFilters();
  showTabs();
  showHead();
  for (const name of MODES) $('#v-' + name).hidden = name !== S.mode;
  for (const button of $$('.modes button')) button.setAttribute('aria-pressed', String(button.dataset.als === S.mode));
  showPanel(S.chosen);
  document.body.classList.toggle('with-panel', S.chosen != null);
  for (const button of $$('.zoom button')) button.disabled = S.mode !== 'kaart';
  showLegend();
  if (S.mode === 'kaart') showNetwork(keep); else if (S.mode === 'boom') showTree(); else showTable();
  const number = visibleCards().length, all = cardsOf(S.sheet).length;
  $('#leeg').hidden = number > 0;
  $('#leeg').textContent = number ? '' : 'Met deze filters blijft er niets over. Wis een filter.';
  if ($('#telling')) $('#telling').textContent = `${number} van ${plural(all, 'punt', 'punten')} zichtbaar`;
  document.title = [S.chosen != null ? nameOf(S.chosen) : S.sheet.titel, S.view.naam, spaceName()].join(' – ');
  if (S.chosen != null && !keep) say(`${kindOf(S.chosen).een} ${nameOf(S.chosen)} gekozen.`);
  else if (!keep) say(`${S.view.naam}: ${S.sheet.titel}. ${plural(number, 'punt', 'punten')}.`);
}
function showTabs() {
  $('#weergaven').replaceChildren(...D.weergaven.filter(view => view.id !== 'draad' && sheetsOf(view, S.space).length).map(view =>
    el('a', { href: linkOf({ view, sheet: sheetsOf(view, S.space)[0], chosen: null }), title: view.zin, 'aria-current': view === S.view ? 'page' : null }, view.naam)));
}
function showHead() {
  const { view, sheet } = S, sheets = sheetsOf(view, S.space);
  $('#titel').textContent = sheet.titel;
  $('#zin').textContent = sheet.id === 'start' || sheets.length > 1 ? sheet.zin : sheet.zin || view.zin;
  $('#tellingen').textContent = view.vragen.map(question => {
    const counts = D.tellingen[`${S.space}/${question}`], total = counts && Object.values(counts).reduce((sum, count) => sum + count, 0);
    if (!total) return '';
    const others = ['bewust_open', 'niet_onderzocht'].filter(state => counts[state]).map(state => `${counts[state]} ${STATE_WORDS[state]}`);
    return `${D.vragen[question].titel}, in heel ${spaceName().replace('Gemeente ', '')}: ${[`${counts.gat} gat`, `${counts.gedekt} gedekt`, ...others].join(', ')}.`;
  }).filter(Boolean).join(' ');
  $('#kiesveld').hidden = sheets.length < 2 || view.id === 'draad';
  $('#kieslabel').textContent = view.kies || 'Kies';
  $('#kies').replaceChildren(...sheets.map(item => el('option', { value: item.id, selected: item === sheet }, item.id === 'start' ? 'Overzicht' : codedTitle(item))));
}
function codedTitle(sheet) {
  const thing = I[byId.get(sheet.id) ?? -1];
  return (thing && SOLID.has(thing.s) && thing.c ? thing.c + ' ' : '') + sheet.titel;
}
/* What the picture holds: kinds, signs with their counts from the answers, and both kinds of lines. */
function legendParts() {
  const cards = visibleCards(), on = new Set(cards.map(card => card.index)), parts = [];
  for (const kind of Object.keys(D.soorten)) if (cards.some(card => I[card.index].s === kind)) parts.push([['kind', kind], D.soorten[kind].meer]);
  const signs = new Map();
  for (const { index } of cards) for (const [question, state] of signsOf(index)) signs.set(question + state, [question, state]);
  for (const [question, state] of signs.values()) parts.push([['sign', question, state], stateText(question, state)]);
  if (cards.some(card => openPartsOf(card.index))) parts.push([['sign', S.view.vragen[0], 'gat'], 'Onderdelen waar niemand iets voor doet']);
  const lines = linesOf(S.view, S.sheet).filter(([from, to]) => on.has(from) && on.has(to)), sure = lines.filter(line => line[2]).length;
  if (lines.length) parts.push([['line', true], `Zeker: ${plural(sure, 'lijn', 'lijnen')}`], [['line', false], `Aannemelijk: ${plural(lines.length - sure, 'lijn', 'lijnen')}`]);
  return parts;
}
function showLegend() {
  const items = legendParts().map(([mark, text]) => {
    const [what, name, state] = mark;
    const icon = what === 'sign' ? el('span', { class: 'dot s-' + state, 'aria-hidden': 'true' }, signOf(name, state))
      : what === 'line' ? svgEl('svg', { viewBox: '0 0 30 10', class: 'stroke', 'aria-hidden': 'true' }, svgEl('path', { d: 'M0 5H30', 'stroke-dasharray': name ? null : '6 4' }))
      : ICONS[name] ? svgEl('svg', { viewBox: '-11 -11 22 22', class: 'icon ' + ICONS[name][1], 'aria-hidden': 'true' }, svgEl('path', { d: ICONS[name][0] })) : el('span', { class: name === 'Opgave' ? 'block' : 'block round', 'aria-hidden': 'true' });
    return el('li', {}, icon, ' ' + text);
  });
  $('#legenda').replaceChildren(el('h2', { class: 'vh' }, 'Legenda'), el('ul', {}, items));
}

/* ---- start ---- */
const dark = () => root.dataset.thema ? root.dataset.thema === 'donker' : matchMedia('(prefers-color-scheme:dark)').matches;
function recolour() {
  $('#b-kleur').setAttribute('aria-pressed', String(dark()));
  readColours();
  if (net) net.redraw();
}
$('#b-kleur').onclick = () => { root.dataset.thema = dark() ? 'licht' : 'donker'; recolour(); };
matchMedia('(prefers-color-scheme:dark)').addEventListener('change', recolour);
for (const button of $$('.modes button')) button.onclick = () => go({ mode: button.dataset.als });
$('#kies').onchange = event => go({ sheet: sheetsOf(S.view, S.space).find(sheet => sheet.id === event.target.value), chosen: null });
$('#gemeente').replaceChildren(...D.ruimten.map(space => el('option', { value: space.id }, space.naam)));
$('.gemeente').hidden = D.ruimten.length < 2;
$('#gemeente').onchange = event => {
  const space = event.target.value, view = sheetsOf(S.view, space).length ? S.view : D.weergaven.find(item => sheetsOf(item, space).length);
  go({ space, view, sheet: sheetsOf(view, space)[0], chosen: null, filters: {} });
};
$('#skip-boom').onclick = event => { event.preventDefault(); go({ mode: 'boom' }); $('#boom').focus(); };
addEventListener('popstate', route);
addEventListener('hashchange', route);
recolour();
route();
window.beleidskaart = { S, things: I, go, choose, open, search, views, svgOfMap, get net() { return net; }, get lit() { return lit; }, get cards() { return shownCards; }, ready: true };
