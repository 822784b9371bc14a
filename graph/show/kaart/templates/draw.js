/* Drawing: what a card looks like, as simple strokes that the canvas, the SVG file and the print all use. */
const FONT = '"Segoe UI","Open Sans",Arial,sans-serif';
let K = {};
function readColours() {
  const style = getComputedStyle(root);
  for (const name of ['bg', 'panel', 'text', 'muted', 'line', 'line-strong', 'on-colour', 'fault', 'fault-bg', 'accent', 'good', 'plain', 't0', 't1', 't2', 't3', 't4', 't5', 't6', 't7']) {
    K[name] = style.getPropertyValue('--' + name).trim();
  }
  drawn.clear();
}
const drawn = new Map();
const colourOf = index => {
  let here = index;
  if (I[here].k == null && I[here].t == null) for (const above of ancestors(here)) if (I[above].k != null) here = above;
  return I[here].k == null ? K.plain : K['t' + I[here].k];
};

/* A sign per kind, in a box of 20 by 20 around 0,0: a shape tells the kind without colour. */
const ICONS = {
  Subdoel: ['M0-7A7 7 0 1 1 0 7A7 7 0 1 1 0-7Z', 'ring'], Doel: ['M0-7A7 7 0 1 1 0 7A7 7 0 1 1 0-7Z', 'ring'],
  Effect: ['M0-8A8 8 0 1 1 0 8A8 8 0 1 1 0-8ZM0-3A3 3 0 1 0 0 3A3 3 0 1 0 0-3Z', 'ring'],
  Actie: ['M0-8 8 0 0 8-8 0Z', 'solid'], Indicator: ['M0-8 8 7-8 7Z', 'ring'],
  Partner: ['M-6-6H6V6H-6Z', 'solid'], Gemeente: ['M-8 8V-2L0-8 8-2V8Z', 'solid'], Groep: ['M-6-6H6V6H-6Z', 'ring'],
  Programma: ['M-4-7H4L8 0 4 7H-4L-8 0Z', 'solid'], Kernelement: ['M-4-7H4L8 0 4 7H-4L-8 0Z', 'ring'],
  Principe: ['M0-9 2.4-3H9L3.8 1.2 5.6 8 0 4-5.6 8-3.8 1.2-9-3H-2.4Z', 'solid'], Criterium: ['M0-9 2.4-3H9L3.8 1.2 5.6 8 0 4-5.6 8-3.8 1.2-9-3H-2.4Z', 'ring'],
  Rolverwachting: ['M-8-7H8V4H1L-4 8V4H-8Z', 'solid'], Fase: ['M-8-5H3L8 0 3 5H-8Z', 'ring'],
  Budgetpost: ['M-8-5H8V5H-8Z', 'ring'], Wet: ['M-6-8H6V8H-6ZM-3-3H3M-3 1H3', 'ring'], Document: ['M-6-8H6V8H-6Z', 'ring'],
  Kern: ['M0 8-6-1A6 6 0 1 1 6-1Z', 'solid'], Regio: ['M0 8-6-1A6 6 0 1 1 6-1Z', 'ring'], Doelgroep: ['M0-8A4 4 0 1 1 0 0A4 4 0 1 1 0-8ZM-7 8A7 7 0 0 1 7 8Z', 'solid'],
};
const SOLID = new Set(['Thema', 'Doelenboom', 'Opgave']);

const pen = document.createElement('canvas').getContext('2d');
const measured = new Map();
function widthOf(text, size, weight) {
  pen.font = `${weight} ${size}px ${FONT}`;
  return pen.measureText(text).width;
}
/* Break a text into lines that fit; what does not fit ends in an ellipsis. A word without end is cut. */
function wrap(text, width, size, weight, most) {
  const key = [text, width, size, weight, most].join('|');
  if (measured.has(key)) return measured.get(key);
  const lines = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line ? line + ' ' + word : word;
    if (!line || widthOf(longer, size, weight) <= width) line = longer;
    else { lines.push(line); line = word; }
  }
  if (line) lines.push(line);
  const fitting = lines.slice(0, most).map((entry, n) => {
    let cut = entry + (n === most - 1 && lines.length > most ? '…' : '');
    while (cut.length > 2 && widthOf(cut, size, weight) > width) cut = cut.replace(/.…?$/u, '') + '…';
    return cut;
  });
  measured.set(key, fitting);
  return fitting;
}

/* The signs on a card: gaps in the questions of the view, or in the question of the filter; all states where those are the point. */
function signsOf(index) {
  const wanted = S.filters.toestand ? [S.filters.toestand.split(':')[0]] : S.view.vragen;
  const all = S.view.id === 'ongemeten' || Boolean(S.filters.toestand);
  return statesOf(index, S.space).filter(([question, state]) => wanted.includes(question) && (all || state === 'gat' || state === 'bewust_open'));
}

function cardStrokes(card, coarse, dim, chosen) {
  const key = `${S.view.id}|${S.sheet.id}|${card.index}|${coarse}|${dim}|${chosen}`;
  if (drawn.has(key)) return drawn.get(key);
  const thing = I[card.index], colour = colourOf(card.index), solid = SOLID.has(thing.s), signs = signsOf(card.index);
  const x = -card.w / 2, y = -card.h / 2, strokes = [];
  const big = thing.s === 'Thema' || thing.s === 'Doelenboom';
  const lost = signs.some(sign => sign[1] === 'gat');
  const unsure = isUnsureInBlock(card.index);
  const fill = solid ? colour : K.bg, edge = chosen || unsure && solid ? K.text : lost && !solid ? K.fault : solid ? colour : thing.s === 'Actie' ? K['line-strong'] : colour;
  strokes.push(['rect', x, y, card.w, card.h, big ? 18 : 7, fill, edge, chosen ? 4 : thing.s === 'Subdoel' || thing.s === 'Doel' ? 2.5 : 1.5, unsure]);
  if (!solid) strokes.push(['rect', x + 1, y + 1, 7, card.h - 2, 3, colour, null, 0]);
  const ink = solid ? K['on-colour'] : K.text, icon = ICONS[thing.s];
  const left = solid ? 14 : 40;
  if (icon && !solid) strokes.push(['path', icon[0], x + 23, 0, icon[1] === 'solid' ? colour : K.bg, colour, 2]);
  if (coarse) {
    const size = Math.min(card.h * .62, 46) * (thing.c ? 1 : .62);
    strokes.push(['text', (left - 14) / 2, size * .35, wrap(thing.c || thing.n, card.w - left, size, 700, 1)[0], size, 700, ink, 'middle']);
    badgeStrokes(strokes, card, badgesOf({ ...card, h: 0, font: card.h * .6 }));
  } else {
    const weight = solid ? 600 : 400, line = card.font * 1.18, room = card.w - left - 14, badges = badgesOf(card);
    const text = (thing.c ? thing.c + (big ? '  ' : ' ') : '') + thing.n;
    const [lines, middle] = textBeside(text, room, card, weight, badges);
    const from = middle - (lines.length - 1) * line / 2 + card.font * .35, centred = big;
    lines.forEach((part, n) => strokes.push(['text', centred ? 0 : x + left, from + n * line, part, card.font, big ? 700 : weight, ink, centred ? 'middle' : 'start']));
    badgeStrokes(strokes, card, badges);
  }
  if (dim) for (const stroke of strokes) stroke.dim = true;
  drawn.set(key, strokes);
  return strokes;
}
/* The text of a card beside its badges: above them where there is room, else its last line ends before they start. */
function textBeside(text, room, card, weight, badges) {
  const line = card.font * 1.18, most = Math.max(1, Math.floor((card.h - 2) / line));
  if (!badges.length) return [wrap(text, room, card.font, weight, most), 0];
  const taken = badges.reduce((sum, badge) => sum + badge.width + 3, 0), tall = badges[0].tall;
  if (!badges[0].word) return [wrap(text, room - taken, card.font, weight, most), 0];
  const whole = wrap(text, room, card.font, weight, most);
  if (whole.length * line + tall + 6 <= card.h) return [whole, -tall / 2];
  if (widthOf(whole[whole.length - 1], card.font, weight) + taken + 8 > room) {
    whole[whole.length - 1] = wrap(whole[whole.length - 1].replace(/…$/u, '') + ' …', room - taken - 8, card.font, weight, 1)[0];
  }
  return [whole, 0];
}
/* A gap shows by colour, sign and word, inside the card: the word stands on it where there is room. */
function badgesOf(card) {
  const worded = card.h >= 60, type = Math.max(13, card.font * .72), tall = type * 1.5;
  const found = signsOf(card.index).slice(0, 3).map(([question, state]) => ({
    colour: state === 'gat' ? K.fault : state === 'gedekt' ? K.good : K.muted, sign: signOf(question, state),
    word: worded && state !== 'gedekt' ? D.vragen[question].woord + (state === 'gat' ? '' : `: ${STATE_WORDS[state]}`) : '',
  }));
  const open = openPartsOf(card.index);
  if (open) found.push({ colour: K.fault, sign: '!', word: openWords(open) });
  const tie = tieWord(card.index);
  if (tie) found.push({ colour: K.plain, sign: '↔', word: tie });
  return found.map(badge => ({ ...badge, type, tall, width: badge.word ? widthOf(badge.word, type, 600) + tall * 1.45 : tall }));
}
function badgeStrokes(strokes, card, badges) {
  let right = card.w / 2 - 6;
  for (const { colour, sign, word, type, tall, width } of badges) {
    const top = word ? card.h / 2 - tall - 3 : -tall / 2;
    strokes.push(['rect', right - width, top, width, tall, tall / 2, colour, K.bg, 2]);
    strokes.push(['text', right - width + tall / 2, top + tall * .76, sign, type * 1.1, 700, K['on-colour'], 'middle']);
    if (word) strokes.push(['text', right - width + tall, top + tall * .74, word, type, 600, K['on-colour'], 'start']);
    right -= width + 3;
  }
}

function paint(context, strokes, x, y) {
  for (const stroke of strokes) {
    context.globalAlpha = stroke.dim ? .22 : 1;
    if (stroke[0] === 'rect') {
      const [, left, top, w, h, r, fill, edge, width, dashed] = stroke;
      context.setLineDash(dashed ? [8, 6] : []);
      context.beginPath();
      context.roundRect(x + left, y + top, w, h, r);
      if (fill) { context.fillStyle = fill; context.fill(); }
      if (edge) { context.strokeStyle = edge; context.lineWidth = width; context.stroke(); }
      context.setLineDash([]);
    } else if (stroke[0] === 'path') {
      const [, d, dx, dy, fill, edge, width] = stroke;
      context.save();
      context.translate(x + dx, y + dy);
      const path = paths.get(d) || paths.set(d, new Path2D(d)).get(d);
      context.fillStyle = fill; context.fill(path);
      context.strokeStyle = edge; context.lineWidth = width; context.stroke(path);
      context.restore();
    } else {
      const [, dx, dy, text, size, weight, fill, anchor] = stroke;
      context.font = `${weight} ${size}px ${FONT}`;
      context.textAlign = anchor === 'middle' ? 'center' : 'left';
      context.textBaseline = 'alphabetic';
      context.fillStyle = fill;
      context.fillText(text, x + dx, y + dy);
    }
  }
  context.globalAlpha = 1;
}
const paths = new Map();

