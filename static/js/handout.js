// The handout that this device collects: references, in the order in which they were added. The sheet itself is
// made from its address, so this script only remembers, and leads there.

const handout = (() => {
  const KEY = 'lectern-handout';
  const home = document.querySelector('.foot a[href$="/handout"]');

  // Always as it is stored: another tab may have changed it.
  const refs = () => [recall(KEY) ?? []].flat();

  const address = (list = refs()) => home.href + (list[0] ? `?refs=${list}` : '');

  /** Where nothing can be stored, the address is what remembers. */
  function keep(list) {
    if (!remember(KEY, list)) location.assign(address(list));
    showAll();
  }

  const has = (ref) => refs().includes(ref);
  const drop = (ref) => keep(refs().filter((one) => ref && one !== ref));
  const toggle = (ref) => has(ref) ? drop(ref) : keep([...refs(), ref]);
  const label = (ref) => has(ref) ? 'Remove from handout' : 'Add to handout';

  const name = () => `Handout (${refs().length})`;

  // ---- The way there, in the header, while there is something on it.

  const way = document.createElement('a');
  way.className = 'to-handout';
  document.querySelector('.display').before(way);

  // ---- The control of a paragraph's page. Without the script it leads to a handout with that paragraph alone.

  const buttons = [...document.querySelectorAll('[data-handout]')].map((link) => {
    const button = document.createElement('button');
    button.dataset.handout = link.dataset.handout;
    button.onclick = () => toggle(button.dataset.handout);
    link.replaceWith(button);
    return button;
  });

  function showAll() {
    way.hidden = !refs()[0];
    way.href = address();
    way.textContent = name();
    for (const button of buttons) button.textContent = label(button.dataset.handout);
  }

  // ---- The form: what it sends becomes what this device collects.

  document.getElementById('handout-refs')?.form.addEventListener('submit', ({ target }) => {
    const sent = `${new FormData(target).getAll('refs')}`.match(/[^,;\s]([^,;\n]*[^,;\s])?/g);
    if (sent) remember(KEY, sent);
  });

  // ---- The sheet. Of what this device collects it shows how that is read, and what is taken off it is forgotten;
  // a sheet from somebody else changes nothing. It can be printed.

  const sheet = [...document.querySelectorAll('.remove')].map((link) => link.dataset.drop);
  const isKept = (list) => `${refs()}` === `${list}`;
  if (sheet[0] && isKept(new URLSearchParams(location.search).get('refs'))) remember(KEY, sheet);
  for (const link of document.querySelectorAll('[data-drop]')) {
    link.onclick = () => {
      if (isKept(sheet)) drop(link.dataset.drop);
    };
  }
  const printer = document.getElementById('site-print');
  if (printer) {
    printer.hidden = false;
    printer.onclick = () => print();
  }

  for (const event of ['pageshow', 'storage']) addEventListener(event, showAll);
  showAll();

  return { address, label, name, toggle };
})();
