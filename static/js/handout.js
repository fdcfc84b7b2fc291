// The handout that this device collects: references, in the order in which they were added. The sheet itself is
// made from its address, so this script only remembers, and leads there.

const handout = (() => {
  const KEY = 'lectern-handout';
  const home = document.querySelector('.foot a[href$="/handout"]');

  // Always as it is stored: another tab may have changed it.
  function refs() {
    const list = recall(KEY);
    return Array.isArray(list) ? list : [];
  }

  const address = (list = refs()) => home.href + (list.length > 0 ? `?refs=${list.join(',')}` : '');

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

  const buttons = [...document.querySelectorAll('a[data-handout]')].map((link) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.handout = link.dataset.handout;
    button.addEventListener('click', () => toggle(button.dataset.handout));
    link.replaceWith(button);
    return button;
  });

  function showAll() {
    way.hidden = refs().length === 0;
    way.href = address();
    way.textContent = name();
    for (const button of buttons) button.textContent = label(button.dataset.handout);
  }

  // ---- The sheet: what is taken off it is forgotten, and it can be printed.

  for (const link of document.querySelectorAll('a[data-drop]')) {
    link.addEventListener('click', () => drop(link.dataset.drop));
  }
  const printer = document.getElementById('site-print');
  if (printer) {
    printer.hidden = false;
    printer.addEventListener('click', () => print());
  }

  for (const event of ['pageshow', 'storage']) addEventListener(event, showAll);
  showAll();

  return { address, label, name, toggle };
})();
