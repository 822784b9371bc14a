/* Lines between cards: out of the side that faces the other, and through the gaps between the cards that stand between. */
const GAP_ROOM = 10;
/* The cards of a picture in columns, from left to right: [left, right, cards from top to bottom]. */
function columnsOf(cards) {
  const byX = new Map();
  for (const card of cards) (byX.get(card.x) || byX.set(card.x, []).get(card.x)).push(card);
  return [...byX.values()].map(column => {
    column.sort((a, b) => a.y - b.y);
    return [Math.min(...column.map(card => card.x - card.w / 2)), Math.max(...column.map(card => card.x + card.w / 2)), column];
  }).sort((a, b) => a[0] - b[0]);
}
/* The height, nearest to y, at which a line passes between the cards of a column. */
function gapNear(column, y) {
  let best = null;
  const offer = at => { if (best == null || Math.abs(at - y) < Math.abs(best - y)) best = at; };
  const free = (from, to) => { if (to - from >= 5) offer(Math.min(Math.max(y, Math.min(from + GAP_ROOM, (from + to) / 2)), Math.max(to - GAP_ROOM, (from + to) / 2))); };
  free(-Infinity, column[0].y - column[0].h / 2);
  for (let n = 1; n < column.length; n++) free(column[n - 1].y + column[n - 1].h / 2, column[n].y - column[n].h / 2);
  const last = column[column.length - 1];
  free(last.y + last.h / 2, Infinity);
  return best;
}
/* A line as the path of an SVG drawing. */
function pathOf(a, b, columns) {
  if (b.x < a.x) [a, b] = [b, a];
  const from = a.x + a.w / 2, to = b.x - b.w / 2;
  if (to < from) {
    const side = Math.min(a.x - a.w / 2, b.x - b.w / 2) - 36;
    return `M${f1(a.x - a.w / 2)} ${f1(a.y)}C${f1(side)} ${f1(a.y)} ${f1(side)} ${f1(b.y)} ${f1(b.x - b.w / 2)} ${f1(b.y)}`;
  }
  let path = `M${f1(from)} ${f1(a.y)}`, x = from, y = a.y;
  const bendTo = (nextX, nextY) => {
    const bend = Math.max(4, Math.min((nextX - x) / 2, 90));
    path += `C${f1(x + bend)} ${f1(y)} ${f1(nextX - bend)} ${f1(nextY)} ${f1(nextX)} ${f1(nextY)}`;
    [x, y] = [nextX, nextY];
  };
  for (const [left, right, column] of columns) {
    if (left < x || right > to || left <= from || right >= to) continue;
    const straight = y + (b.y - y) * ((left + right) / 2 - x) / (to - x), through = gapNear(column, straight);
    bendTo(left, through);
    path += `L${f1(right)} ${f1(through)}`;
    x = right;
  }
  bendTo(to, b.y);
  return path;
}
const f1 = value => Math.round(value * 10) / 10;

/* ---- blocks: one line to a group of cards, instead of one to each (two municipalities) ---- */
const blocks = () => S.sheet.vakken || [];
/* The path from the owner of a block to its side. */
const bracketOf = (owner, [, left, top, , height]) => pathOf(owner, { x: left, y: Math.min(Math.max(owner.y, top), top + height), w: 0, h: 0 }, []);
const blockHolds = ([, left, top, width, height], card) => card.x > left && card.x < left + width && card.y > top && card.y < top + height;
/* Within a block the frame ties the cards; only a tie to a card of another block needs a line, and only when one is chosen. */
function isAcrossBlocks(from, to) {
  if (from !== S.chosen && to !== S.chosen) return false;
  return !blocks().some(block => [from, to].includes(block[0]) && [from, to].some(index => blockHolds(block, byIndex.get(index))));
}
/* In a block no line tells that a tie is uncertain: the edge of the card does. */
function isUnsureInBlock(index) {
  const card = byIndex.get(index), block = card && blocks().find(item => blockHolds(item, card));
  if (!block) return false;
  const ties = linesOf(S.view, S.sheet).filter(([from, to]) => from === index && to === block[0] || to === index && from === block[0]);
  return ties.length > 0 && !ties[0][2];
}
