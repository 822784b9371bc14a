/* A small chart of the figures of one indicator: what came out, what was planned, and the target. */
const KINDS_OF_FIGURES = ['realisatie', 'begroot', 'streefwaarde'];
const number = value => value.toLocaleString('nl-NL', { maximumFractionDigits: 2 });

function chartOf(index) {
  const figures = (I[index].m || []), drawable = figures.filter(figure => typeof figure[2] === 'number');
  if (!figures.length) return null;
  const unit = ((I[index].f || []).find(([heading]) => heading === 'Eenheid') || [])[1] || '';
  const parts = drawable.length > 1 ? [drawing(index, drawable, unit)] : [];
  const rows = figures.map(([period, kind, value, raw]) => el('tr', {}, el('th', { scope: 'row' }, period.replace('/', '–')), el('td', {}, kind), el('td', {}, typeof value === 'number' ? number(value) : raw || 'geen cijfer')));
  const table = el('table', { class: 'figures' }, el('caption', { class: 'vh' }, 'Cijfers van ' + I[index].n), el('thead', {}, el('tr', {}, ['Jaar', 'Soort', 'Cijfer'].map(head => el('th', { scope: 'col' }, head)))), el('tbody', {}, rows));
  return el('figure', {}, ...parts, el('details', { open: !parts.length }, el('summary', {}, `${plural(figures.length, 'cijfer', 'cijfers')}${unit ? ` (${unit})` : ''}`), table));
}
function drawing(index, figures, unit) {
  const W = 340, H = 132, years = [...new Set(figures.map(figure => figure[0]))].sort(), values = figures.map(figure => figure[2]);
  let low = Math.min(...values), high = Math.max(...values);
  if (low > 0 && low < high * .7) low = 0;
  if (high === low) { high += 1; low -= 1; }
  const x = year => years.length === 1 ? W / 2 : 30 + years.indexOf(year) * (W - 60) / (years.length - 1);
  const y = value => 98 - (value - low) / (high - low) * 72;
  const said = figures.map(figure => `${figure[0]} ${figure[1]} ${number(figure[2])}`).join('; ');
  const svg = svgEl('svg', { viewBox: `0 0 ${W} ${H}`, class: 'chart', role: 'img', 'aria-label': `Grafiek van ${I[index].n}: ${said}` });
  svg.append(svgEl('line', { x1: 20, x2: W - 20, y1: 104, y2: 104, class: 'axis' }));
  for (const year of years) svg.append(svgEl('text', { x: x(year), y: 122, class: 'tick' }, year.length > 4 ? year.slice(2, 5) + year.slice(-2) : year));
  for (const kind of KINDS_OF_FIGURES) {
    const points = figures.filter(figure => figure[1] === kind).sort((a, b) => a[0].localeCompare(b[0]));
    if (points.length > 1) svg.append(svgEl('polyline', { points: points.map(point => `${x(point[0])},${y(point[2])}`).join(' '), class: 'series ' + kind }));
    for (const point of points) {
      svg.append(kind === 'realisatie' ? svgEl('circle', { cx: x(point[0]), cy: y(point[2]), r: 4.5, class: 'dot ' + kind })
        : svgEl('path', { d: `M${x(point[0])} ${y(point[2]) - 6}l6 6-6 6-6-6Z`, class: 'dot ' + kind }));
    }
    for (const point of points.length ? [points[points.length - 1]] : []) svg.append(svgEl('text', { x: x(point[0]), y: y(point[2]) - 10, class: 'value' }, number(point[2]) + (unit === '%' ? '%' : '')));
  }
  const kinds = KINDS_OF_FIGURES.filter(kind => figures.some(figure => figure[1] === kind));
  return el('div', {}, svg, el('p', { class: 'mini keys' }, kinds.map(kind => el('span', { class: 'key ' + kind }, el('span', { 'aria-hidden': 'true' }, { realisatie: '●', begroot: '◇', streefwaarde: '◆' }[kind]), ' ' + kind))));
}
