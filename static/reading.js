// Reading long: the contents follow the reader, the bar of a phone says where that is, and the
// device remembers the place. Every page can be read, and its contents used, without this script.
{
  const root = document.documentElement;

  // ---- What the device remembers: a place in each text, the newest first.

  const KEY = 'lectern-reading';

  // Another site may stand under the same host, and remembers under the same key.
  const home = document.querySelector('.bar .name').href;
  const isHere = ({ path }) => new URL(path, home).href.startsWith(home);

  const remembered = () => [recall(KEY) ?? []].flat().filter(({ path }) => path);

  /** Puts a place first, or none, instead of what is known of a text. */
  function rememberPlace(text, ...place) {
    const others = remembered().filter((one) => one.text !== text || !isHere(one));
    // Without storage a reader looks for the place in the contents.
    remember(KEY, [...place, ...others].slice(0, 12));
  }

  // ---- The line that leads back: on the page about a text to its place, elsewhere to the newest.

  function offerToContinue(line) {
    const text = line.dataset.document;
    const place = remembered().find((one) => isHere(one) && (!text || one.text === text));
    line.hidden = !place;
    if (!place) return;
    const link = document.createElement('a');
    link.href = place.path;
    link.textContent = `Continue at ${place.label}`;
    line.replaceChildren(link, text ? '' : ` in ${place.name}`);
  }

  // ---- The contents.

  function follow(rail, text) {
    const { document: own, name, ends } = rail.dataset;
    const details = rail.querySelector('details');
    const list = rail.querySelector('ol');
    const place = rail.querySelector('.reading-place');
    const progress = rail.querySelector('progress');
    const title = place?.textContent;
    const parts = [...text.querySelectorAll('.section[id], .para[id]')];
    // On a section's page that section; on a whole text none.
    const page = rail.querySelector('[aria-current]');

    const box = (element) => element.getBoundingClientRect();
    const sectionOf = (part) => part?.closest('.section');
    const entryOf = (section) => section && rail.querySelector(`[href="#${section.id}"]`);
    // An entry has the last part of a number, an id has all of it.
    const labelOf = (entry, { id }) => `${entry.firstElementChild ? `${id} ` : ''}${entry.lastChild.data.trim()}`;

    /** The last heading or paragraph that has come to the top of the window. */
    function partAtTop() {
      const top = 6 * parseFloat(getComputedStyle(root).fontSize);
      const last = parts.findLast((part) => box(part).top <= top);
      if (root.scrollHeight - innerHeight - scrollY > 1) return last;
      // At the end nothing more comes to the top: there it is what was gone to, or the last.
      const target = parts.find((part) => part.matches(':target'));
      return target && box(target).top > 0 ? target : parts.at(-1);
    }

    let current;

    /** Scrolls the contents, and never the page, to the current entry and its neighbours. */
    function showEntry() {
      if (!current) return;
      const entry = box(current);
      for (const scroller of [rail, list]) {
        const { top, bottom } = box(scroller);
        scroller.scrollTop += Math.min(0, entry.top - 60 - top) + Math.max(0, entry.bottom + 60 - bottom);
      }
    }

    function mark(section) {
      const entry = entryOf(section);
      if (entry === current) return;
      current?.removeAttribute('aria-current');
      entry?.setAttribute('aria-current', 'location');
      current = entry;
      if (place) place.textContent = entry ? labelOf(entry, section) : title;
      showEntry();
    }

    let known;
    let finished = false;

    function keep(part) {
      if (finished || !part || part === known) return;
      known = part;
      const section = sectionOf(part);
      const label = labelOf(entryOf(section) ?? page, section);
      const path = location.pathname + (part === parts[0] && page ? '' : `#${part.id}`);
      rememberPlace(own, { text: own, name, label, path });
    }

    function update() {
      const { top, bottom, height } = box(text);
      const part = partAtTop();
      mark(sectionOf(part));
      if (progress) progress.value = Math.min(1, (innerHeight - top) / height);
      keep(part ?? (page && parts[0]));
      if (finished || ends === undefined || bottom > innerHeight) return;
      finished = true;
      rememberPlace(own);
    }

    let waiting;

    function updateSoon() {
      waiting ??= requestAnimationFrame(() => {
        waiting = undefined;
        update();
      });
    }

    if (progress) progress.hidden = false;
    rail.dataset.following = '';
    for (const event of ['scroll', 'resize', 'hashchange']) addEventListener(event, updateSoon);
    updateSoon();

    // Over the text, the contents close as a menu does.
    const isOver = () => details.open && getComputedStyle(list).position === 'absolute';

    details.addEventListener('toggle', showEntry);
    addEventListener('click', ({ target }) => {
      if (isOver() && (!details.contains(target) || target.closest('a'))) details.open = false;
    });
    addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || !isOver()) return;
      details.open = false;
      details.firstElementChild.focus();
    });
  }

  const rail = document.querySelector('.rail[data-document]');
  if (rail) follow(rail, document.querySelector('.text'));

  const line = document.getElementById('site-continue');
  // Also when a page comes back from the browser's cache and is behind.
  if (line) for (const event of ['DOMContentLoaded', 'pageshow']) addEventListener(event, () => offerToContinue(line));
}
