/* The graph: elements, their links, what hangs above and below, and what is open. */
const I = D.dingen;
const RELATIONS = D.relaties;
const relation = name => RELATIONS.findIndex(entry => entry[0] === name);
const UP = new Set([relation('onderdeelVan'), relation('programma')]);
const ROLES = new Set(['trekker', 'uitvoerder', 'betrokken', 'actor', 'bronpartner'].map(relation));
const MEASURES = relation('meet'), HELPS = relation('draagtBijAan');
const ACTORS = new Set(['Partner', 'Groep', 'Gemeente']);
const ALL = I.map((_, index) => index);
const byId = new Map(I.map((thing, index) => [thing.id, index]));
const near = I.map(() => []);
D.lijnen.forEach(([from, to], line) => { near[from].push([line, to, true]); near[to].push([line, from, false]); });
const children = I.map(() => []);
I.forEach((thing, index) => { if (thing.o != null) children[thing.o].push(index); });
const spaceIds = new Set(D.ruimten.map(space => space.id));
const isShared = index => !spaceIds.has(I[index].r);

function ancestors(index) {
  const found = [];
  for (let here = I[index].o; here != null && !found.includes(here); here = I[here].o) found.push(here);
  return found;
}
function descendants(index) {
  const found = new Set(), waiting = [index];
  while (waiting.length) for (const child of children[waiting.pop()]) if (!found.has(child)) { found.add(child); waiting.push(child); }
  return found;
}
/* The thread of an element: what it hangs under, what hangs below it, and what is tied to those. */
function thread(index) {
  const lit = new Set([index]);
  const up = ancestors(index), down = descendants(index);
  up.forEach(item => lit.add(item));
  down.forEach(item => lit.add(item));
  near[index].forEach(([, other]) => lit.add(other));
  for (const item of down) for (const [line, other] of near[item]) {
    const kind = D.lijnen[line][2];
    if (ROLES.has(kind) || kind === MEASURES || kind === HELPS) lit.add(other);
  }
  for (const item of up) for (const [line, other] of near[item]) if (D.lijnen[line][2] === MEASURES) lit.add(other);
  for (const [line, other] of near[index]) if ([MEASURES, HELPS].includes(D.lijnen[line][2])) ancestors(other).forEach(item => lit.add(item));
  return lit;
}

const kindOf = index => D.soorten[I[index].s];
const nameOf = index => (I[index].c ? I[index].c + ' ' : '') + I[index].n;
const STATE_WORDS = { gedekt: 'gedekt', gat: 'gat', bewust_open: 'bewust open', niet_onderzocht: 'niet onderzocht' };
/* The states of an element for one municipality: [question, state, reason]. */
const statesOf = (index, space) => (I[index].v || []).filter(state => state[2] === space).map(state => [state[0], state[1], state[3] || '']);
function stateText(question, state) {
  const asked = D.vragen[question];
  if (state === 'gat') return asked.woord;
  if (state === 'gedekt') return 'In orde: ' + asked.titel.toLowerCase();
  return `${asked.woord}: ${STATE_WORDS[state]}`;
}
const SIGNS = { gedekt: '✓', bewust_open: '…', niet_onderzocht: '–' };
const signOf = (question, state) => state === 'gat' ? D.vragen[question].teken : SIGNS[state];

/* In the overview of programmes: how many parts of a programme are a gap, counted from the states of the parts. */
function openPartsOf(index) {
  if (S.sheet.id !== 'start' || I[index].s !== 'Programma') return 0;
  const isGap = part => statesOf(part, S.space).some(([question, state]) => state === 'gat' && S.view.vragen.includes(question));
  return [...descendants(index)].filter(part => I[part].s === 'Kernelement' && isGap(part)).length;
}
const openWords = count => `${count} ${count === 1 ? 'onderdeel' : 'onderdelen'} open`;

/* ---- views and sheets ---- */
const views = new Map(D.weergaven.map(view => [view.id, view]));
const sheetsOf = (view, space) => view.bladen.filter(sheet => sheet.kaarten.length && (!sheet.r || sheet.r === space));
function cardsOf(sheet) {
  if (!sheet.cards) {
    sheet.cards = [];
    for (let n = 0; n < sheet.kaarten.length; n += 4) {
      const [index, x, y, size] = sheet.kaarten.slice(n, n + 4), [w, h, font] = sheet.maten[size];
      sheet.cards.push({ index, x, y, w, h, font });
    }
    sheet.on = new Set(sheet.cards.map(card => card.index));
  }
  return sheet.cards;
}
/* A figure hangs under a whole doelenboom, a role under a whole thema: the line to what it measures or who it is asked of says more. */
const LOOSE_KINDS = new Set(['Indicator', 'Budgetpost', 'Rolverwachting']);
/* The lines of a sheet: [from, to, sure, line], each pair once, the surest first. */
function linesOf(view, sheet) {
  if (!sheet.lines) {
    cardsOf(sheet);
    const wanted = new Set(view.relaties), pairs = new Map();
    for (const [from, to] of sheet.extra || []) pairs.set(from + '-' + to, [from, to, true, null]);
    for (const from of sheet.on) for (const [line, to, forward] of near[from]) {
      if (!forward || !sheet.on.has(to) || !wanted.has(D.lijnen[line][2])) continue;
      if (UP.has(D.lijnen[line][2]) && LOOSE_KINDS.has(I[from].s)) continue;
      // A part of a part has its line to that part; a second one to the programme as a whole says nothing more.
      if (UP.has(D.lijnen[line][2]) && I[from].o !== to && sheet.on.has(I[from].o)) continue;
      const key = from + '-' + to, sure = !D.net.edges[line][2], known = pairs.get(key);
      if (!known || sure && !known[2]) pairs.set(key, [from, to, sure, line]);
    }
    sheet.lines = [...pairs.values()];
  }
  return sheet.lines;
}
/* The view that shows an element best: the picture that it names, else the thread. */
function homeOf(index, space) {
  for (const id of ['agenda', 'bomen', 'programmas', 'wie', 'draad']) {
    const view = views.get(id);
    for (const sheet of view ? sheetsOf(view, space) : []) if (sheet.id === I[index].id) return [id, sheet.id];
  }
  for (const above of ancestors(index)) {
    for (const id of ['agenda', 'bomen', 'programmas']) {
      const view = views.get(id), sheet = view && sheetsOf(view, space).find(item => item.id === I[above].id);
      if (sheet && cardsOf(sheet) && sheet.on.has(index)) return [id, sheet.id];
    }
  }
  for (const view of D.weergaven) for (const sheet of sheetsOf(view, space)) { cardsOf(sheet); if (sheet.on.has(index)) return [view.id, sheet.id]; }
  return null;
}
