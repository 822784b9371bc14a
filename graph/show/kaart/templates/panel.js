/* The panel: what an element is, where it belongs, who does it, how it is measured, what is open, and where it stands. */
function section(heading, ...content) {
  return el('section', {}, el('h3', {}, heading), ...content);
}
function showPanel(index) {
  const panel = $('#paneel');
  if (index == null) { panel.hidden = true; return; }
  const thing = I[index], kind = kindOf(index);
  $('#paneel-soort').replaceChildren(codeOf(index), ' ' + kind.een + (thing.d != null ? ` in ${I[thing.d].n}` : ''));
  $('#paneel-kop').textContent = thing.n;
  $('#paneel-inhoud').replaceChildren(...[actionsOf(index), aboutOf(index), openOf(index), belongsOf(index), ...linksOf(index), measuredOf(index), factsOf(index), placesOf(index)].flat().filter(Boolean));
  panel.hidden = false;
  panel.scrollTop = 0;
}
function actionsOf(index) {
  const thing = I[index], buttons = [], id = thing.id;
  const jump = (text, view, sheet) => {
    if (S.view.id === view && S.sheet.id === sheet) return;
    buttons.push(el('a', { class: 'button', href: linkOf({ view: views.get(view), sheet: sheetsOf(views.get(view), S.space).find(item => item.id === sheet), chosen: index, mode: S.mode }) }, text));
  };
  const has = (view, sheet) => views.get(view) && sheetsOf(views.get(view), S.space).some(item => item.id === sheet);
  if (has('draad', id)) jump('Volg de draad', 'draad', id);
  if (has('agenda', id)) jump('Wat hangt hieronder', 'agenda', id);
  if (has('bomen', id)) jump('Wat hangt hieronder', 'bomen', id);
  if (has('wie', id)) jump('Wat doet deze organisatie', 'wie', id);
  if (has('programmas', id)) jump('Wat doen wij hiervoor', 'programmas', id);
  return buttons.length ? el('p', { class: 'jumps' }, buttons) : null;
}
function aboutOf(index) {
  const thing = I[index];
  return section('Wat is dit', el('p', {}, kindOf(index).uitleg), thing.u ? el('p', {}, thing.u) : null,
    thing.a ? el('p', { class: 'mini' }, 'Ook genoemd: ' + thing.a.join('; ')) : null);
}
function openOf(index) {
  const spaces = spaceIds.has(I[index].r) ? [I[index].r] : [S.space];
  const states = spaces.flatMap(space => statesOf(index, space)), open = states.filter(([, state]) => state !== 'gedekt');
  const parts = open.map(([question, state, reason]) => el('li', {}, badge(question, state), el('p', { class: 'mini' }, reason ? `Met opzet open: ${reason}` : state === 'niet_onderzocht' ? 'Het register heeft geen document dat dit kan zeggen.' : D.vragen[question].uitleg)));
  if (I[index].g) parts.push(el('li', {}, el('span', { class: 'sign s-gat' }, el('span', { 'aria-hidden': 'true' }, '!'), ' Geen tegenhanger'), el('p', { class: 'mini' }, I[index].g)));
  const good = states.filter(([, state]) => state === 'gedekt').map(([question, state]) => badge(question, state));
  return [parts.length ? section('Wat open is, en waarom', el('ul', { class: 'open' }, parts)) : null, good.length ? el('p', { class: 'good-list' }, good) : null];
}
const rel = (others) => el('ul', { class: 'rel' }, others.map(([index, sure, reason]) => el('li', {}, linkTo(index), sure ? null : el('span', { class: 'mini' }, ' (aannemelijk)'), reason ? el('p', { class: 'mini' }, reason) : null)));
function belongsOf(index) {
  const up = ancestors(index).reverse();
  return up.length ? section('Hoort bij', el('ol', { class: 'rel path' }, up.map(above => el('li', {}, linkTo(above))))) : null;
}
function linksOf(index) {
  const groups = new Map();
  for (const [line, other, forward] of near[index]) {
    const kind = D.lijnen[line][2];
    if (UP.has(kind) && forward || I[other].s === 'Document') continue;
    const [, there, back] = RELATIONS[kind], heading = forward ? there : back;
    if (!groups.has(heading)) groups.set(heading, { order: kind * 2 + (forward ? 0 : 1), items: [] });
    groups.get(heading).items.push([other, D.lijnen[line][3], D.lijnen[line][4]]);
  }
  return [...groups].sort((a, b) => a[1].order - b[1].order).map(([heading, { items }]) => {
    const list = rel(items);
    return section(`${heading} (${items.length})`, items.length > 12 ? el('details', {}, el('summary', {}, 'Toon de lijst'), list) : list);
  });
}
function measuredOf(index) {
  if (I[index].m) return section('De cijfers', chartOf(index));
  const indicators = near[index].filter(([line, , forward]) => D.lijnen[line][2] === MEASURES && !forward).map(([, other]) => other);
  return indicators.length ? section('Hoe het wordt gemeten', indicators.slice(0, 6).map(other => el('div', { class: 'measure' }, el('p', {}, linkTo(other)), chartOf(other)))) : null;
}
function factsOf(index) {
  const facts = I[index].f;
  return facts ? section('Verder', el('dl', {}, facts.map(([heading, text]) => [el('dt', {}, heading), el('dd', {}, text)]))) : null;
}
function placesOf(index) {
  const places = I[index].p || [];
  if (!places.length) return null;
  const items = places.map(place => el('li', {}, placeText(place), place[5] ? el('p', { class: 'mini' }, `Daar genoemd: ${place[5]}`) : null, place[6] ? el('blockquote', {}, place[6]) : null));
  return section('Waar het staat', places.length > 6 ? el('details', {}, el('summary', {}, plural(places.length, 'plek', 'plekken')), el('ul', { class: 'places' }, items)) : el('ul', { class: 'places' }, items));
}
function closePanel() {
  go({ chosen: null });
  (S.mode === 'kaart' ? $('#vlak') : $('#inhoud')).focus();
}
$('#paneel-dicht').onclick = closePanel;
$('#paneel').addEventListener('keydown', event => { if (event.key === 'Escape') closePanel(); });
