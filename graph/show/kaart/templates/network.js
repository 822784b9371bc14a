/* The canvas: vis-network holds the cards of one sheet, moves and zooms; we draw the cards and the lines between them. */
let net = null, nodes = null, byIndex = new Map(), shownCards = [], shownLines = [], lit = null;

function makeNetwork() {
  nodes = new vis.DataSet([]);
  net = new vis.Network($('#net'), { nodes, edges: new vis.DataSet([]) }, D.net.options);
  const inner = $('#net .vis-network');
  inner.tabIndex = -1;
  inner.setAttribute('aria-hidden', 'true');
  net.on('beforeDrawing', drawLines);
  net.on('afterDrawing', drawFocus);
  net.on('click', event => { S.byKeys = false; if (event.nodes.length) open(event.nodes[0]); else if (S.chosen != null) go({ chosen: null }); });
  net.on('hoverNode', event => { $('#net canvas').style.cursor = 'pointer'; $('#vlak').title = nameOf(event.node); });
  net.on('blurNode', () => { $('#net canvas').style.cursor = ''; $('#vlak').title = ''; });
  new ResizeObserver(() => { if (S.mode !== 'kaart' || !S.sheet) return; if (lit) bringIntoView([...lit].filter(index => byIndex.has(index))); else fit(false); }).observe($('#vlak'));
}
function renderer({ ctx, id, x, y }) {
  const card = byIndex.get(id);
  return {
    drawNode() {
      const coarse = card.font * net.getScale() < 6.2;
      paint(ctx, cardStrokes(card, coarse, lit && !lit.has(id), id === S.chosen), x, y);
    },
    nodeDimensions: { width: card.w, height: card.h },
  };
}
/* Put the present sheet on the canvas. `keep` leaves the camera where it is. */
function showNetwork(keep) {
  if (!net) makeNetwork();
  shownCards = visibleCards();
  const next = new Map(shownCards.map(card => [card.index, card]));
  const present = new Set(nodes.getIds());
  const same = present.size === next.size && shownCards.every(card => present.has(card.index)) && keep;
  if (!same) {
    // Emptying draws at once: by then there may be no line left to a card that has gone.
    shownLines = [];
    nodes.clear();
    byIndex = next;
    nodes.add(shownCards.map(card => ({ ...D.net.nodes[card.index], x: card.x, y: card.y, ctxRenderer: renderer })));
  }
  shownLines = linesOf(S.view, S.sheet).filter(([from, to]) => byIndex.has(from) && byIndex.has(to));
  lineShapes = new Map();
  lineColumns = columnsOf(shownCards);
  lit = S.chosen != null && byIndex.has(S.chosen) ? litOnSheet() : null;
  drawn.clear();
  if (keep && lit && !S.presenting) bringIntoView([...lit].filter(index => byIndex.has(index)));
  else if (!keep) fit(false);
  net.redraw();
}
function litOnSheet() {
  // The picture of a thread is lit as a whole.
  if (S.view.id === 'draad' && I[S.chosen].id === S.sheet.id) return null;
  if (S.view.id === 'vergelijk' || S.view.id === 'los') {
    const set = new Set([S.chosen]);
    for (const [from, to] of shownLines) { if (from === S.chosen) set.add(to); if (to === S.chosen) set.add(from); }
    return set;
  }
  return thread(S.chosen);
}
let lineShapes = new Map();
/* Cards do not move, so the shape of a line is made once for each picture. */
function shapeOf(from, to) {
  const key = from + '-' + to;
  if (!lineShapes.has(key)) lineShapes.set(key, new Path2D(pathOf(byIndex.get(from), byIndex.get(to), lineColumns)));
  return lineShapes.get(key);
}
let lineColumns = [];
function drawBlocks(context) {
  for (const block of blocks()) {
    const [owner, left, top, width, height] = block;
    context.beginPath();
    context.roundRect(left, top, width, height, 12);
    context.fillStyle = K.panel; context.fill();
    context.strokeStyle = K.line; context.lineWidth = 1.5; context.stroke();
    if (!byIndex.has(owner)) continue;
    context.globalAlpha = !lit || lit.has(owner) ? 1 : .22;
    context.strokeStyle = K.plain; context.lineWidth = 3; context.stroke(new Path2D(bracketOf(byIndex.get(owner), block)));
    context.globalAlpha = 1;
  }
}
function drawLines(context) {
  const scale = net.getScale();
  drawBlocks(context);
  for (const [from, to, sure, line] of shownLines) {
    const across = line != null && !UP.has(D.lijnen[line][2]) && shownLines.length > 45;
    const on = !lit || lit.has(from) && lit.has(to);
    if (blocks().length && !(lit && on && isAcrossBlocks(from, to))) continue;
    context.strokeStyle = lineColour(from, to);
    context.globalAlpha = on ? (lit ? 1 : across ? .26 : .65) : .08;
    context.lineWidth = (lit && on ? 3 : across ? 1.2 : 1.8) * Math.max(1, .55 / scale);
    context.setLineDash(sure ? [] : [8, 6]);
    context.stroke(shapeOf(from, to));
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  for (const [x, y, text] of headings()) {
    context.font = `600 ${headingSize()}px ${FONT}`;
    context.fillStyle = K.muted;
    context.fillText(text, x, y);
  }
}
/* How two principles or themas relate: a word on each card that is tied to the chosen one. */
function tieWord(index) {
  if (!blocks().length || !lit || index === S.chosen) return '';
  const tie = shownLines.find(([from, to, , line]) => line != null && (from === S.chosen && to === index || to === S.chosen && from === index));
  return tie ? RELATIONS[D.lijnen[tie[3]][2]][tie[0] === S.chosen ? 1 : 2] : '';
}
const headings = () => S.sheet.koppen || [];
const headingSize = () => Math.min(40, Math.max(17, 12 / net.getScale()));
const lineColour = (from, to) => I[to].k != null ? K['t' + I[to].k] : I[from].k != null ? K['t' + I[from].k] : K.plain;
function drawFocus(context) {
  if (!S.byKeys || S.focus == null || !byIndex.has(S.focus)) return;
  const card = byIndex.get(S.focus), scale = net.getScale(), gap = 7 / scale;
  context.lineWidth = 4 / scale;
  context.strokeStyle = K.text;
  context.setLineDash([10 / scale, 5 / scale]);
  context.beginPath();
  context.roundRect(card.x - card.w / 2 - gap, card.y - card.h / 2 - gap, card.w + 2 * gap, card.h + 2 * gap, 10 / scale);
  context.stroke();
  context.setLineDash([]);
}

/* ---- the camera ---- */
const headingRoom = 18;
function boxOf(cards) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const card of cards) {
    box[0] = Math.min(box[0], card.x - card.w / 2); box[1] = Math.min(box[1], card.y - card.h / 2 - 12);
    box[2] = Math.max(box[2], card.x + card.w / 2); box[3] = Math.max(box[3], card.y + card.h / 2);
  }
  for (const [x, y] of headings()) if (cards === shownCards) { box[1] = Math.min(box[1], y - headingRoom); box[0] = Math.min(box[0], x - 60); }
  return box;
}
const panelWidth = () => $('#paneel').hidden || narrow() ? 0 : $('#paneel').offsetWidth;
function moveTo(box, most, smooth) {
  const area = $('#vlak'), side = panelWidth(), pad = narrow() ? 10 : 16;
  const w = area.clientWidth - side - 2 * pad, h = area.clientHeight - 2 * pad;
  if (w < 40 || h < 40 || !Number.isFinite(box[0])) return;
  const scale = Math.min(most, w / (box[2] - box[0]), h / (box[3] - box[1]));
  const position = { x: (box[0] + box[2]) / 2 + side / 2 / scale, y: (box[1] + box[3]) / 2 };
  net.moveTo({ position, scale, animation: smooth && !calm() ? { duration: 350, easingFunction: 'easeInOutQuad' } : false });
}
const fit = smooth => net && moveTo(boxOf(shownCards), S.presenting ? 1.7 : 1.25, smooth);
/* Show these cards beside the panel, without a jump when they are in view already. */
function bringIntoView(indexes) {
  const cards = indexes.map(index => byIndex.get(index)), box = boxOf(cards), area = $('#vlak');
  const [from, to] = [net.canvasToDOM({ x: box[0], y: box[1] }), net.canvasToDOM({ x: box[2], y: box[3] })];
  const inside = from.x >= 0 && from.y >= 0 && to.x <= area.clientWidth - panelWidth() && to.y <= area.clientHeight;
  if (!inside) moveTo(box, Math.max(net.getScale(), .2) > 1.25 ? 1.25 : Math.max(net.getScale(), .75), true);
}
function zoom(factor) {
  net.moveTo({ scale: Math.min(4, Math.max(.05, net.getScale() * factor)), animation: calm() ? false : { duration: 180 } });
}
$('#z-in').onclick = () => zoom(1.4);
$('#z-uit').onclick = () => zoom(1 / 1.4);
$('#z-alles').onclick = () => fit(true);
