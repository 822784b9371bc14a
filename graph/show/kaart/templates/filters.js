/* Filters: what a reader narrows the picture to. All filters must hold; what they hang under stays, to keep the thread. */
const S = { view: null, sheet: null, space: null, chosen: null, focus: null, mode: 'kaart', filters: {}, big: 1, presenting: false };
const FILTERS = [
  ['thema', 'Thema', ['Thema', 'Doelenboom']],
  ['document', 'Document', ['Document']],
  ['programma', 'Programma', ['Programma']],
  ['partner', 'Organisatie of groep', ['Partner', 'Groep', 'Gemeente']],
  ['kern', 'Kern', ['Kern']],
  ['toestand', 'Toestand', null],
];

function filterOptions(name, kinds) {
  if (name === 'toestand') {
    const options = [];
    for (const [question, asked] of Object.entries(D.vragen)) {
      const counts = D.tellingen[`${S.space}/${question}`] || {};
      for (const state of ['gat', 'bewust_open', 'niet_onderzocht', 'gedekt']) {
        if (counts[state]) options.push([`${question}:${state}`, `${asked.titel}: ${STATE_WORDS[state]} (${counts[state]})`]);
      }
    }
    return options;
  }
  return I.map((thing, index) => [thing, index])
    .filter(([thing, index]) => kinds.includes(thing.s) && (thing.r === S.space || isShared(index)))
    .map(([thing]) => [thing.id, (thing.s === 'Thema' || thing.s === 'Doelenboom' ? thing.c + ' ' : '') + thing.n])
    .sort((a, b) => name === 'thema' || name === 'document' ? 0 : a[1].localeCompare(b[1], 'nl'));
}
function buildFilters() {
  const fields = FILTERS.map(([name, label, kinds]) => [name, label, filterOptions(name, kinds)]).filter(([, , options]) => options.length);
  $('#filters').replaceChildren(
    ...fields.map(([name, label, options]) => el('div', { class: 'field' }, el('label', { for: 'f-' + name }, label),
      el('select', { id: 'f-' + name, name }, el('option', { value: '' }, 'Alles'), ...options.map(([value, text]) => el('option', { value }, text))))),
    el('button', { type: 'button', id: 'b-wis' }, 'Wis filters'), el('p', { class: 'mini', id: 'telling' }));
  $('#b-wis').onclick = () => go({ filters: {} });
}
function showFilters() {
  for (const select of $$('#filters select')) select.value = S.filters[select.name] || '';
  const number = Object.keys(S.filters).length;
  $('#filtertal').textContent = number ? ` (${number} aan)` : '';
}
$('#filters').addEventListener('change', () => {
  const filters = {};
  for (const select of $$('#filters select')) if (select.value) filters[select.name] = select.value;
  go({ filters });
});
$('#filters').addEventListener('submit', event => event.preventDefault());
$('#b-filters').onclick = () => {
  const form = $('#filters');
  form.hidden = !form.hidden;
  $('#b-filters').setAttribute('aria-expanded', String(!form.hidden));
  if (!form.hidden) $('select', form)?.focus();
};

/* The elements that one filter lets through, before what they hang under is added. */
function matching(name, value) {
  if (name === 'toestand') {
    const [question, state] = value.split(':');
    return new Set(ALL.filter(index => statesOf(index, S.space).some(found => found[0] === question && found[1] === state)));
  }
  const target = byId.get(value);
  if (target == null) return null;
  if (name === 'thema') return new Set(ALL.filter(index => I[index].t === target || index === target));
  if (name === 'document') return new Set(ALL.filter(index => I[index].d === target || index === target));
  const found = new Set([target]);
  const core = [target, ...(name === 'programma' ? descendants(target) : [])];
  for (const item of core) { found.add(item); for (const [, other] of near[item]) found.add(other); }
  for (const item of [...found]) if (I[item].s === 'Actie') for (const child of descendants(item)) found.add(child);
  return found;
}
/* The elements that all filters leave; null when there is no filter. */
function allowed() {
  const sets = Object.entries(S.filters).map(([name, value]) => matching(name, value)).filter(Boolean);
  if (!sets.length) return null;
  const [first, ...others] = sets;
  const direct = new Set([...first].filter(index => others.every(set => set.has(index))));
  const kept = new Set(direct);
  for (const index of direct) {
    ancestors(index).forEach(item => kept.add(item));
    for (const [line, other] of near[index]) {
      if (ROLES.has(D.lijnen[line][2]) || D.lijnen[line][2] === MEASURES) if (I[other].d == null && !('partner' in S.filters && ACTORS.has(I[other].s))) kept.add(other);
    }
  }
  return kept;
}
/* What the present sheet shows, in the order of the picture. */
function visibleCards() {
  const cards = S.sheet ? cardsOf(S.sheet) : [], kept = allowed();
  return kept ? cards.filter(card => kept.has(card.index)) : cards;
}
