/* Saving: one small file, made in the page itself. */
const asName = text => text.normalize('NFD').replace(/[^\x20-\x7e]/g, '').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '').toLowerCase().slice(0, 40);

function save() {
  const made = remarks();
  if (!made.length) return say('U heeft nog geen reactie geschreven. Er is niets om te bewaren.', true);
  if (made.some(remark => !remark.wie)) {
    $('wie').focus();
    return say('Vul eerst in wie u bent: uw naam of uw rol.', true);
  }
  const content = JSON.stringify({ vorm: told.vorm, dossier: told.dossier, reacties: made }, null, 1);
  const address = URL.createObjectURL(new Blob([content + '\n'], { type: 'application/json' }));
  const name = ['reacties', asName(told.dossier.titel), asName($('wie').value || made[0].wie)].filter(Boolean).join('-') + '.json';
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  unsaved = false;
  remember();
  return say(`${count(made.length, 'reactie', 'reacties')} bewaard in ${name}. Stuur dit bestand naar wie u het dossier gaf.`);
}
