/* The answer places: what is written in them, and what the browser keeps between visits. */
const $ = id => document.getElementById(id);
const told = $('gegevens') && JSON.parse($('gegevens').textContent);
const places = [...document.querySelectorAll('.reactie')];
const FIELDS = ['soort', 'tekst', 'wie'];
const field = (place, name) => place.querySelector(`[data-veld="${name}"]`);
const count = (number, one, more) => `${number} ${number === 1 ? one : more}`;
/* Remarks of a loaded file on what is not in this dossier: they go along into the next file. */
let elsewhere = [];
let unsaved = false, remembers = true;

const filled = place => Boolean(field(place, 'tekst').value.trim() || field(place, 'soort').value);

function remarks() {
  const here = places.filter(filled).map(place => ({
    element: place.dataset.element,
    /* A remark from an older file stays with the text that it was about, until it is changed. */
    versie: place.dataset.gelezen || place.dataset.versie,
    raadsvraag: place.dataset.raadsvraag,
    soort: field(place, 'soort').value,
    tekst: field(place, 'tekst').value.trim(),
    wie: field(place, 'wie').value.trim() || $('wie').value.trim(),
  }));
  return [...here, ...elsewhere];
}

function say(text, alarm = false) {
  $('stand').textContent = text;
  $('stand').className = alarm ? 'let-op' : '';
}

function sayHowItStands() {
  const number = remarks().length;
  document.documentElement.classList.toggle('schrijft', number > 0);
  if (!number) return say('U heeft nog geen reactie geschreven.');
  const without = places.filter(place => filled(place) && !field(place, 'tekst').value.trim()).length;
  const kept = unsaved ? ' Nog niet bewaard in een bestand.' : ' Bewaard.';
  const warning = without ? ` Bij ${count(without, 'reactie staat', 'reacties staat')} nog geen tekst.` : '';
  const forgets = remembers ? '' : ' Deze browser onthoudt niets: bewaar uw reacties voordat u de pagina sluit.';
  return say(count(number, 'reactie', 'reacties') + '.' + kept + warning + forgets, unsaved && !remembers);
}

function mark(place) {
  place.classList.toggle('gevuld', filled(place));
  place.querySelector('.stand').textContent = filled(place) ? '✓ u reageerde' : '';
}

function remember() {
  const state = { wie: $('wie').value, velden: {}, elsewhere, unsaved };
  for (const place of places) {
    const values = FIELDS.map(name => field(place, name).value);
    if (values.some(Boolean)) state.velden[place.id] = [...values, place.dataset.gelezen || ''];
  }
  try { localStorage.setItem('beleidsspoor-reacties-' + told.sleutel, JSON.stringify(state)); } catch { remembers = false; }
}

function recall() {
  let state = null;
  try { state = JSON.parse(localStorage.getItem('beleidsspoor-reacties-' + told.sleutel)); } catch { remembers = false; }
  if (!state) return;
  $('wie').value = state.wie || '';
  elsewhere = state.elsewhere || [];
  unsaved = Boolean(state.unsaved);
  for (const place of places) {
    const values = (state.velden || {})[place.id] || [];
    FIELDS.forEach((name, index) => { field(place, name).value = values[index] || ''; });
    if (values[FIELDS.length]) place.dataset.gelezen = values[FIELDS.length];
  }
}

function changed() {
  unsaved = remarks().length > 0;
  remember();
  sayHowItStands();
}
