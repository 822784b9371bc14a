/* Search by word and number; one or two wrong letters in a word are forgiven. */
const entries = I.map((thing, index) => ({ index, name: plain(thing.n), words: plain([thing.c || '', thing.n, ...(thing.a || [])].join(' ')).split(/[^\p{L}\p{N}.]+/u).filter(Boolean) }));
const vocabulary = [...new Set(entries.flatMap(entry => entry.words))];

/* How far two words are apart (Damerau-Levenshtein), or more than `most`. */
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [], last = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length];
}
/* For one word of the question: which words count, and how badly they fit (0 is best). */
function fits(asked) {
  const most = asked.length < 4 ? 0 : asked.length < 8 ? 1 : 2, found = new Map();
  for (const word of vocabulary) {
    if (word === asked) found.set(word, 0);
    else if (word.startsWith(asked)) found.set(word, 1);
    else if (asked.length > 2 && word.includes(asked)) found.set(word, 2);
    else if (most && !/^[\d.]+$/.test(asked)) {
      const start = word.slice(0, Math.max(asked.length, 3)), off = Math.min(distance(asked, word, most), distance(asked, start, most));
      if (off <= most) found.set(word, 3 + off);
    }
  }
  return found;
}
function search(text) {
  const asked = plain(text).split(/[^\p{L}\p{N}.]+/u).filter(Boolean).map(fits);
  if (!asked.length) return [];
  const hits = [];
  for (const entry of entries) {
    let score = 0;
    for (const words of asked) {
      const best = Math.min(...entry.words.map(word => words.has(word) ? words.get(word) : 99));
      if (best === 99) { score = null; break; }
      score += best;
    }
    if (score != null) hits.push([score + (I[entry.index].r === S.space ? 0 : .5) + entry.name.length / 1000, entry.index]);
  }
  return hits.sort((a, b) => a[0] - b[0]).slice(0, 12).map(hit => hit[1]);
}

const box = $('#zoek'), list = $('#zoeklijst');
let results = [], active = -1;
function closeSearch() {
  list.hidden = true;
  box.setAttribute('aria-expanded', 'false');
  box.removeAttribute('aria-activedescendant');
  active = -1;
}
function pick(place) {
  const index = results[place];
  box.value = '';
  closeSearch();
  if (index != null) { choose(index); $('#paneel-kop').focus(); }
}
box.addEventListener('input', () => {
  if (!box.value.trim()) return closeSearch();
  results = search(box.value);
  list.replaceChildren(...results.map((index, place) => {
    const space = D.ruimten.find(item => item.id === I[index].r);
    const option = el('li', { role: 'option', id: 'zoek-' + place, 'aria-selected': 'false' }, codeOf(index), ' ', el('span', {}, I[index].n), ' ', el('span', { class: 'mini' }, kindOf(index).een + (space && space.id !== S.space ? ', ' + space.naam : '')));
    option.addEventListener('mousedown', event => { event.preventDefault(); pick(place); });
    return option;
  }));
  if (!results.length) list.append(el('li', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, 'Niets gevonden. Probeer een ander woord.'));
  list.hidden = false;
  box.setAttribute('aria-expanded', 'true');
  active = -1;
  say(plural(results.length, 'resultaat', 'resultaten'));
});
box.addEventListener('keydown', event => {
  if (event.key === 'Escape') return closeSearch();
  if (list.hidden) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    if (!results.length) return;
    active = (active + (event.key === 'ArrowDown' ? 1 : -1) + results.length) % results.length;
    [...list.children].forEach((option, place) => option.setAttribute('aria-selected', String(place === active)));
    list.children[active].scrollIntoView({ block: 'nearest' });
    box.setAttribute('aria-activedescendant', 'zoek-' + active);
  } else if (event.key === 'Enter') { event.preventDefault(); pick(Math.max(0, active)); }
});
box.addEventListener('blur', closeSearch);
