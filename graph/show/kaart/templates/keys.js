/* The canvas by keyboard: arrows walk from card to card, along a line where there is one. */
const area = $('#vlak');
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/* Where a walk begins: at the chosen card, at a thema, or at the left. */
function firstCard() {
  if (S.chosen != null && byIndex.has(S.chosen)) return S.chosen;
  const top = shownCards.find(card => I[card.index].s === 'Thema' || I[card.index].s === 'Doelenboom');
  return (top || [...shownCards].sort((a, b) => a.x - b.x || a.y - b.y)[0]).index;
}
function nextCard([dx, dy]) {
  const from = byIndex.get(S.focus), tied = new Set();
  for (const [a, b] of shownLines) { if (a === S.focus) tied.add(b); if (b === S.focus) tied.add(a); }
  let best = null, least = Infinity;
  for (const card of shownCards) {
    if (card.index === S.focus) continue;
    const x = card.x - from.x, y = card.y - from.y, along = x * dx + y * dy, aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (along <= 4 || aside > along * (tied.has(card.index) ? 40 : 2.5)) continue;
    const cost = (along + aside * 1.6) * (tied.has(card.index) && dx ? .25 : 1);
    if (cost < least) { least = cost; best = card.index; }
  }
  return best;
}
function focusCard(index) {
  S.focus = index;
  S.byKeys = true;
  const card = byIndex.get(index), spot = net.canvasToDOM({ x: card.x, y: card.y });
  if (spot.x < 90 || spot.y < 60 || spot.x > area.clientWidth - panelWidth() - 90 || spot.y > area.clientHeight - 60) {
    net.moveTo({ position: { x: card.x, y: card.y }, animation: calm() ? false : { duration: 220 } });
  }
  net.redraw();
  const ties = shownLines.filter(([a, b]) => a === index || b === index).length;
  const open = signsOf(index).filter(([, state]) => state === 'gat').map(([question]) => ` Let op: ${D.vragen[question].woord.toLowerCase()}.`).join('');
  say(`${kindOf(index).een} ${nameOf(index)}. ${plural(ties, 'lijn', 'lijnen')}.${open}`);
}
area.addEventListener('focus', () => {
  if (!area.matches(':focus-visible') || !shownCards.length) return;
  S.byKeys = true;
  if (S.focus == null || !byIndex.has(S.focus)) S.focus = firstCard();
  net.redraw();
});
area.addEventListener('blur', () => { S.byKeys = false; if (net) net.redraw(); });
area.addEventListener('keydown', event => {
  if (!shownCards.length || event.ctrlKey || event.altKey || event.metaKey) return;
  if (S.presenting && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) return;
  if (DIRECTIONS[event.key]) {
    event.preventDefault();
    if (S.focus == null || !byIndex.has(S.focus)) return focusCard(firstCard());
    const next = nextCard(DIRECTIONS[event.key]);
    if (next != null) focusCard(next);
  } else if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    if (S.focus == null) return;
    const sheet = S.sheet;
    open(S.focus);
    if (sheet === S.sheet && !$('#paneel').hidden) $('#paneel-kop').focus();
  } else if (event.key === 'Escape') go({ chosen: null });
  else if (event.key === '+' || event.key === '=') zoom(1.3);
  else if (event.key === '-') zoom(1 / 1.3);
  else if (event.key === '0') fit(true);
});
