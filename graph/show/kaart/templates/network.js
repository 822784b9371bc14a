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
function drawLines(context) {
  const scale = net.getScale();
  for (const [from, to, sure, line] of shownLines) {
    const across = line != null && !UP.has(D.lijnen[line][2]) && shownLines.length > 45;
    const a = byIndex.get(from), b = byIndex.get(to), on = !lit || lit.has(from) && lit.has(to);
    const [x1, y1, c1, d1, c2, d2, x2, y2] = curveOf(a, b);
    context.beginPath();
    context.moveTo(x1, y1);
    context.bezierCurveTo(c1, d1, c2, d2, x2, y2);
    context.strokeStyle = lineColour(from, to);
    context.globalAlpha = on ? (lit ? 1 : across ? .26 : .65) : .08;
    context.lineWidth = (lit && on ? 3 : across ? 1.2 : 1.8) * Math.max(1, .55 / scale);
    context.setLineDash(sure ? [] : [8, 6]);
    context.stroke();
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  for (const [x, y, text] of lineWords()) {
    context.font = `600 15px ${FONT}`;
    context.lineWidth = 5;
    context.strokeStyle = K.bg;
    context.strokeText(text, x, y);
    context.fillStyle = K.text;
    context.fillText(text, x, y);
  }
  for (const [x, y, text] of headings()) {
    context.font = `600 ${headingSize()}px ${FONT}`;
    context.fillStyle = K.muted;
    context.fillText(text, x, y);
  }
}
/* How two principles or themas relate stands on the lit lines: [x, y, word], beside the card at the other end. */
function lineWords() {
  if (S.view.id !== 'vergelijk' || !lit) return [];
  return shownLines.filter(([from, to, , line]) => line != null && (from === S.chosen || to === S.chosen)).map(([from, to, , line]) => {
    const other = byIndex.get(from === S.chosen ? to : from), left = other.x > byIndex.get(S.chosen).x;
    const word = RELATIONS[D.lijnen[line][2]][from === S.chosen ? 1 : 2];
    return [left ? other.x - other.w / 2 - 8 - widthOf(word, 15, 600) / 2 : other.x + other.w / 2 + 8 + widthOf(word, 15, 600) / 2, other.y + 5, word];
  });
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
function boxOf(cards) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const card of cards) {
    box[0] = Math.min(box[0], card.x - card.w / 2); box[1] = Math.min(box[1], card.y - card.h / 2 - 12);
    box[2] = Math.max(box[2], card.x + card.w / 2); box[3] = Math.max(box[3], card.y + card.h / 2);
  }
  for (const [x, y] of headings()) if (cards === shownCards) { box[1] = Math.min(box[1], y - 26); box[0] = Math.min(box[0], x - 60); }
  return box;
}
const panelWidth = () => $('#paneel').hidden || narrow() ? 0 : $('#paneel').offsetWidth;
function moveTo(box, most, smooth) {
  const area = $('#vlak'), side = panelWidth(), pad = narrow() ? 10 : 26;
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
