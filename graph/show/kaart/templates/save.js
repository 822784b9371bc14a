/* Saving: the present picture as SVG, as PNG and on paper (A3, vector), with title, legend and date. */
const escaped = text => String(text).replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
const date = () => new Date().toLocaleDateString('nl-NL', { day: 'numeric', month: 'long', year: 'numeric' });

function strokesAsSvg(strokes, x, y) {
  let out = '';
  const faded = strokes.some(stroke => stroke.dim);
  for (const stroke of strokes) {
    if (stroke[0] === 'rect') {
      const [, left, top, w, h, r, fill, edge, width, dashed] = stroke;
      out += `<rect x="${f1(x + left)}" y="${f1(y + top)}" width="${f1(w)}" height="${h}" rx="${r}" fill="${fill || 'none'}"${edge ? ` stroke="${edge}" stroke-width="${width}"` : ''}${dashed ? ' stroke-dasharray="8 6"' : ''}/>`;
    } else if (stroke[0] === 'path') {
      out += `<path transform="translate(${f1(x + stroke[2])} ${f1(y + stroke[3])})" d="${stroke[1]}" fill="${stroke[4]}" stroke="${stroke[5]}" stroke-width="${stroke[6]}"/>`;
    } else {
      out += `<text x="${f1(x + stroke[1])}" y="${f1(y + stroke[2])}" font-size="${f1(stroke[4])}" font-weight="${stroke[5]}" fill="${stroke[6]}" text-anchor="${stroke[7]}">${escaped(stroke[3])}</text>`;
    }
  }
  return faded ? `<g opacity=".3">${out}</g>` : out;
}
/* The picture as a drawing that stands on its own; `wide` gives the paper its shape. */
function svgOfMap() {
  const cards = visibleCards(), box = boxOf(cards), at = new Map(cards.map(card => [card.index, card]));
  for (const [x, y] of headings()) { box[1] = Math.min(box[1], y - 30); box[0] = Math.min(box[0], x - 80); }
  const lines = linesOf(S.view, S.sheet).filter(([from, to]) => at.has(from) && at.has(to));
  const pad = 40, legend = legendParts().map(([, text]) => text), w = Math.max(900, box[2] - box[0] + 2 * pad);
  const size = Math.max(20, w / 90), h = box[3] - box[1] + 2 * pad + size * 5.2, x0 = box[0] - pad, y0 = box[1] - pad - size * 3.2;
  let out = '';
  const columns = columnsOf(cards);
  for (const block of blocks()) {
    const [owner, left, top, width, height] = block;
    out += `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="12" fill="${K.panel}" stroke="${K.line}"/>`;
    if (at.has(owner)) out += `<path d="${bracketOf(at.get(owner), block)}" fill="none" stroke="${K.plain}" stroke-width="3"/>`;
  }
  for (const [from, to, sure] of lines) {
    const on = !lit || lit.has(from) && lit.has(to);
    if (blocks().length && !(lit && on && isAcrossBlocks(from, to))) continue;
    out += `<path d="${pathOf(at.get(from), at.get(to), columns)}" fill="none" stroke="${lineColour(from, to)}" stroke-width="1.8" opacity="${on ? .7 : .12}"${sure ? '' : ' stroke-dasharray="8 6"'}/>`;
  }
  for (const [x, y, text] of headings()) out += `<text x="${x}" y="${y}" font-size="18" font-weight="600" fill="${K.muted}" text-anchor="middle">${escaped(text)}</text>`;
  for (const card of cards) out += strokesAsSvg(cardStrokes(card, false, lit && !lit.has(card.index), card.index === S.chosen), card.x, card.y);
  const title = `${S.sheet.titel} – ${spaceName()}`;
  out += `<text x="${f1(x0 + pad)}" y="${f1(y0 + size * 1.7)}" font-size="${f1(size * 1.35)}" font-weight="700" fill="${K.text}">${escaped(title)}</text>`;
  const foot = [...legend, `Register ${D.stand}`, date()].join('   ·   ');
  const footSize = Math.min(size * .72, (w - 2 * pad) / Math.max(1, widthOf(foot, 1, 400)));
  out += `<text x="${f1(x0 + pad)}" y="${f1(y0 + h - size * .7)}" font-size="${f1(footSize)}" fill="${K.muted}">${escaped(foot)}</text>`;
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${f1(x0)} ${f1(y0)} ${f1(w)} ${f1(h)}" font-family="Segoe UI,Open Sans,Arial,sans-serif" role="img"><title>${escaped(title)}</title><rect x="${f1(x0)}" y="${f1(y0)}" width="${f1(w)}" height="${f1(h)}" fill="${K.bg}"/>${out}</svg>`;
  return { text, w, h };
}
function download(blob, name) {
  const link = el('a', { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 4000);
}
const fileName = ending => `${plain(S.sheet.titel).replace(/[^a-z0-9]+/g, '-').slice(0, 50) || 'kaart'}.${ending}`;
$('#b-svg').onclick = () => { download(new Blob([svgOfMap().text], { type: 'image/svg+xml' }), fileName('svg')); closeMenu(); };
$('#b-png').onclick = () => {
  const { text, w, h } = svgOfMap(), image = new Image(), scale = 4961 / Math.max(w, h);
  image.onload = () => {
    const canvas = el('canvas', { width: Math.round(w * scale), height: Math.round(h * scale) });
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob(blob => download(blob, fileName('png')));
  };
  image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(text);
  closeMenu();
};
const closeMenu = () => { $('.menu').open = false; };
$('#b-druk').onclick = () => { closeMenu(); print(); };
$('#b-link').onclick = () => {
  closeMenu();
  const copied = navigator.clipboard ? navigator.clipboard.writeText(location.href) : Promise.reject(new Error('no clipboard'));
  copied.then(() => say('De link is gekopieerd.'), () => prompt('Kopieer deze link:', location.href));
};
/* On paper the canvas would be blurred: the drawing takes its place. Paper is white, whatever the screen is. */
let screenTheme = null;
addEventListener('beforeprint', () => {
  screenTheme = root.dataset.thema || '';
  root.dataset.thema = 'licht';
  readColours();
  if (S.mode === 'kaart') {
    const drawing = document.importNode(new DOMParser().parseFromString(svgOfMap().text, 'image/svg+xml').documentElement, true);
    drawing.setAttribute('aria-label', `Kaart: ${S.sheet.titel}`);
    $('#drukvel').replaceChildren(drawing);
  }
  document.body.classList.add('prints');
});
addEventListener('afterprint', () => {
  if (screenTheme) root.dataset.thema = screenTheme; else delete root.dataset.thema;
  document.body.classList.remove('prints');
  $('#drukvel').replaceChildren();
  readColours();
  if (net) net.redraw();
});
