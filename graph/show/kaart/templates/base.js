/* Small helpers: finding and making elements, telling a screen reader, and what the reader's device prefers. */
const D = JSON.parse(document.getElementById('gegevens').textContent);
const root = document.documentElement;
root.classList.add('metjs');
document.querySelector('.zonderscript').remove();

const $ = (selector, from = document) => from.querySelector(selector);
const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
const SVG = 'http://www.w3.org/2000/svg';

/* Text always goes in as a text node: no label, quote or id can become markup. */
function fillIn(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, '');
    else if (value != null && value !== false) made.setAttribute(name, value);
  }
  made.append(...children.flat(Infinity).filter(child => child != null && child !== false));
  return made;
}
const el = (tag, attributes = {}, ...children) => fillIn(document.createElement(tag), attributes, children);
const svgEl = (tag, attributes = {}, ...children) => fillIn(document.createElementNS(SVG, tag), attributes, children);

const say = text => { $('#melding').textContent = text; };
const calm = () => matchMedia('(prefers-reduced-motion:reduce)').matches;
const narrow = () => matchMedia('(max-width:60rem)').matches;
const plural = (number, one, many) => `${number} ${number === 1 ? one : many}`;
const plain = text => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
