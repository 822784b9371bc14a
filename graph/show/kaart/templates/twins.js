/* The twins: the same elements as the picture, as a tree and as a table, for who reads rather than looks. */
const badge = (question, state) => el('span', { class: 'sign s-' + state }, el('span', { 'aria-hidden': 'true' }, signOf(question, state)), ' ' + stateText(question, state));
/* The number of an element, or the sign of its kind when it has none. */
function codeOf(index) {
  const thing = I[index], icon = ICONS[thing.s], themed = 'k-' + (thing.k ?? 'x');
  if (thing.c) return el('span', { class: `code ${themed}${SOLID.has(thing.s) ? ' solid' : ''}` }, thing.c);
  if (!icon) return el('span', { class: `code ${themed} solid`, 'aria-hidden': 'true' }, '•');
  return svgEl('svg', { viewBox: '-11 -11 22 22', class: `icon ${icon[1]} ${themed}`, 'aria-hidden': 'true' }, svgEl('path', { d: icon[0] }));
}
const linkTo = index => el('a', { href: linkOf({ chosen: index }), 'data-i': index }, codeOf(index), ' ', el('span', {}, I[index].n));

const NESTED = new Set(['agenda', 'ongemeten', 'bomen', 'din', 'draad']);
/* The tree of a sheet: nested as things hang, or under the headings of the columns. */
function treeOf(cards) {
  const on = new Set(cards.map(card => card.index)), below = new Map(), roots = [];
  if (NESTED.has(S.view.id) || S.view.id === 'programmas' && S.sheet.id !== 'start') {
    for (const card of cards) {
      const up = ancestors(card.index).find(above => on.has(above));
      if (up == null) roots.push(card.index);
      else below.set(up, [...(below.get(up) || []), card.index]);
    }
    roots.sort((a, b) => (I[a].s !== 'Thema' && I[a].s !== 'Doelenboom') - (I[b].s !== 'Thema' && I[b].s !== 'Doelenboom'));
    return [{ heading: null, roots, below }];
  }
  const groups = new Map(), columns = [...headings()].sort((a, b) => a[0] - b[0]);
  for (const card of cards) {
    const column = columns.filter(([x, y]) => x <= card.x + 40 && y <= card.y + 40).pop();
    const heading = column ? column[2] : null;
    groups.set(heading, [...(groups.get(heading) || []), card.index]);
  }
  return [...groups].map(([heading, members]) => ({ heading, roots: members, below }));
}
function branch(index, below, seen = new Set()) {
  if (seen.has(index)) return null;
  seen.add(index);
  const under = below.get(index) || [];
  return el('li', { 'data-i': index, class: index === S.chosen ? 'here' : null }, linkTo(index), ' ', el('span', { class: 'mini' }, kindOf(index).een),
    ...signsOf(index).map(([question, state]) => badge(question, state)), openBadge(index), tiesOf(index),
    under.length ? el('ul', {}, under.map(child => branch(child, below, seen))) : null);
}
const openBadge = index => openPartsOf(index) ? el('span', { class: 'sign s-gat' }, el('span', { 'aria-hidden': 'true' }, '!'), ' ' + openWords(openPartsOf(index))) : null;
/* What a line of the picture says beside who hangs under whom. */
function tiesOf(index) {
  if (NESTED.has(S.view.id) && S.view.id !== 'din' && S.view.id !== 'draad') return null;
  const ties = shownLinesOf(index).filter(([, , , line]) => line != null && !UP.has(D.lijnen[line][2]));
  if (!ties.length) return null;
  return el('ul', { class: 'ties' }, ties.map(([from, to, sure, line]) => {
    const other = from === index ? to : from, [, there, back] = RELATIONS[D.lijnen[line][2]];
    return el('li', {}, el('span', { class: 'mini' }, (from === index ? there : back) + (sure ? ': ' : ' (aannemelijk): ')), I[other].n);
  }));
}
const shownLinesOf = index => linesOf(S.view, S.sheet).filter(([from, to]) => from === index || to === index);
function showTree() {
  const cards = visibleCards();
  $('#boom').replaceChildren(...treeOf(cards).map(({ heading, roots, below }) => el('section', {}, heading ? el('h2', {}, heading) : null,
    el('ul', { class: 'tree' }, roots.map(index => branch(index, below))))));
  const here = $('#boom .here > a');
  if (here) here.scrollIntoView({ block: 'center' });
}
/* The elements in the order in which the tree is read. */
function inReadingOrder(cards) {
  const order = new Set(), visit = (index, below) => { if (!order.has(index)) { order.add(index); (below.get(index) || []).forEach(child => visit(child, below)); } };
  for (const { roots, below } of treeOf(cards)) roots.forEach(index => visit(index, below));
  cards.forEach(card => order.add(card.index));
  return [...order];
}
/* The columns of the table: heading and what stands in a cell. A column that is empty in this picture is left out. */
const namesNear = (index, wanted) => [...new Set(near[index].filter(([line]) => wanted(D.lijnen[line][2])).map(([, other]) => I[other].n))].join('; ');
const COLUMNS = [
  ['Nummer', index => I[index].c || ''],
  ['Naam', index => el('a', { href: linkOf({ chosen: index }), 'data-i': index }, I[index].n)],
  ['Soort', index => kindOf(index).een],
  ['Hoort bij', index => I[index].o != null ? I[I[index].o].n : ''],
  ['Wie', index => ACTORS.has(I[index].s) ? '' : namesNear(index, kind => ROLES.has(kind))],
  ['Gemeten met', index => I[index].s === 'Indicator' ? '' : namesNear(index, kind => kind === MEASURES)],
  ['Wat open is', index => [...signsOf(index).map(([question, state]) => badge(question, state)), openBadge(index)].filter(Boolean)],
  ['Hoe het verband is', index => NESTED.has(S.view.id) ? '' : tiesOf(index) || ''],
  ['Waar het staat', index => I[index].p ? placeText(I[index].p[0]) : ''],
];
function showTable() {
  const order = inReadingOrder(visibleCards()), cells = order.map(index => COLUMNS.map(([, cell]) => cell(index)));
  const used = COLUMNS.map((_, column) => cells.some(row => row[column] !== '' && row[column].length !== 0));
  const rows = order.map((index, place) => el('tr', { 'data-i': index, class: index === S.chosen ? 'here' : null },
    COLUMNS.map(([heading], column) => used[column] && el(heading === 'Naam' ? 'th' : 'td', { scope: heading === 'Naam' ? 'row' : null }, cells[place][column]))));
  $('#tabel').replaceChildren(el('table', {}, el('caption', {}, `${S.sheet.titel} – ${plural(rows.length, 'rij', 'rijen')}`),
    el('thead', {}, el('tr', {}, COLUMNS.map(([heading], column) => used[column] && el('th', { scope: 'col' }, heading)))), el('tbody', {}, rows)));
}
function placeText([document_, section, first, last, page]) {
  return [document_, section, page ? `bladzijde ${page}` : null, first === last ? `regel ${first}` : `regels ${first}–${last}`].filter(Boolean).join(', ');
}
/* A link to an element stays in the page: same view if it stands there, else the view that shows it. */
document.addEventListener('click', event => {
  const link = event.target.closest('a[data-i]');
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) { event.preventDefault(); choose(Number(link.dataset.i)); }
  const menu = $('.menu[open]');
  if (menu && !menu.contains(event.target)) menu.open = false;
});
