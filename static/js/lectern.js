// The comforts of reading: choices of display, links and citations to copy, a key for the search
// box. Every page can be read, and every choice made for the page, without this script.
{
  const root = document.documentElement;

  // ---- Display. The style sheet does the work; the script remembers.

  const panel = document.getElementById('site-display');
  const inputs = [...panel.querySelectorAll('input')];

  // A choice is kept where it differs from what the page says without it.
  const isChosen = (input) => input.checked !== input.defaultChecked && (input.type === 'checkbox' || input.checked);

  function showChoices() {
    for (const input of inputs) {
      input.checked = input.defaultChecked !== (root.dataset[input.name] === input.value);
    }
  }

  panel.addEventListener('change', () => {
    const kept = Object.fromEntries(inputs.filter(isChosen).map(({ name, value }) => [name, value]));
    for (const { name } of inputs) delete root.dataset[name];
    Object.assign(root.dataset, kept);
    // Without storage the choice is for this page only.
    remember('lectern-display', kept);
  });

  // Only a script can act on a key, so only now is there a choice about it.
  for (const label of panel.querySelectorAll('[hidden]')) label.hidden = false;
  showChoices();

  // A page that comes back from the browser's cache, or another tab, may be behind.
  for (const event of ['pageshow', 'storage']) {
    addEventListener(event, () => {
      restoreDisplay();
      showChoices();
    });
  }

  // ---- The panels of the header close as menus do.

  const openPanel = () => document.querySelector('.bar details[open]');

  addEventListener('click', ({ target }) => {
    const open = openPanel();
    if (open && !open.contains(target)) open.open = false;
  });

  // ---- The parts of the text that can be cited: paragraphs and headings, each after its reference.

  const PARTS = '.para, .head, .side';

  const refOf = (part) => part.querySelector(':scope > .ref');
  const wordsOf = (part) => part.querySelector(':scope > :is(.words, h1, h2, h3, h4, h5, h6)');
  const creditOf = (part) => part.closest('[data-credit]')?.dataset.credit;
  const isCitable = (part) => creditOf(part) && refOf(part) && wordsOf(part);

  /** The words of a range: what the page adds to them is no text. */
  const textOf = (range) => String(range).replace(/\s+/g, ' ');

  /** What a range holds of an element; empty where they do not meet. */
  function within(element, range) {
    const part = document.createRange();
    part.selectNodeContents(element);
    if (range) {
      if (part.compareBoundaryPoints(Range.START_TO_START, range) < 0) part.setStart(range.startContainer, range.startOffset);
      if (part.compareBoundaryPoints(Range.END_TO_END, range) > 0) part.setEnd(range.endContainer, range.endOffset);
    }
    return part;
  }

  /** `ch. II, § 2, para. 2`. */
  function placeOf(part) {
    const [, own, nth] = refOf(part).textContent.match(/\.(p(\d+)|epigraph)$/) ?? [];
    return part.closest('[data-at]').dataset.at + (own ? `, ${nth ? `para. ${nth}` : own}` : '');
  }

  /** `ch. II, § 2, paras. 1–3`, as short as both ends allow. */
  function span(first, last) {
    if (first === last) return first;
    return `${first}\n${last}`.replace(/^(.*, para)(\. \d+)\n\1\. /, '$1s$2–').replace('\n', ' to ');
  }

  /** The words in quotes, and in a line of their own where they come from. */
  function citation(words, parts) {
    const [first, last] = [parts[0], parts.at(-1)].map(placeOf);
    return `“${words.join('\n\n')}”\n${creditOf(parts[0]).replace('{place}', span(first, last))} ${refOf(parts[0]).href}`;
  }

  // ---- A link to words: https://wicg.github.io/scroll-to-text-fragment/

  // A browser goes to the first such words of the page that the link leads to, whatever stands before them
  // there: so many words, the chosen ones and their neighbours, are one place's only.
  const ENOUGH = 10;

  // The syntax uses commas, ampersands and hyphens itself; the first two are encoded anyway.
  const encoded = (text) => encodeURIComponent(text).replaceAll('-', '%2D');

  // Browsers tell neither letter cases nor the shapes of quotes apart.
  const folded = (text) => text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"');

  /** The words of an element, and from where to where of them a range reaches, at whole words. */
  function reach(element, range) {
    const [before, after] = [within(element), within(element)];
    before.setEnd(range.startContainer, range.startOffset);
    after.setStart(range.endContainer, range.endOffset);
    const text = textOf(within(element)).trim();
    let from = textOf(before).trimStart().length;
    let to = text.length - textOf(after).trimEnd().length;
    while (text[from] === ' ') from += 1;
    while (text[to - 1] === ' ') to -= 1;
    // Browsers look for whole words, and nobody quotes half of one.
    const words = new Intl.Segmenter('en', { granularity: 'word' }).segment(text);
    from = words.containing(from).index;
    const last = words.containing(to - 1);
    return { text, from, to: last.index + last.segment.length };
  }

  function wordsIn(part, range) {
    const { text, from, to } = reach(wordsOf(part), range);
    return text.slice(from, to);
  }

  /** The one block of a part that holds all that a range has of it; none in a heading, whose words contents and
   *  breadcrumbs have before it, and none where the words are those of several lines: no browser finds these. */
  function blockOf(part, range) {
    const words = wordsOf(part);
    if (!words.matches('.words')) return undefined;
    const lines = [...words.querySelectorAll('p, figcaption')];
    const met = lines.filter((line) => textOf(within(line, range)).trim());
    return lines.length === 0 ? words : met.length === 1 ? met[0] : undefined;
  }

  /** Many words by the first and the last of them. */
  function byEnds(words, isOne) {
    for (let count = ENOUGH; 2 * count < words.length; count += 1) {
      const ends = [words.slice(0, count), words.slice(-count)].map((end) => end.join(' '));
      if (ends.every(isOne)) return ends.map(encoded).join(',');
    }
  }

  /** A few words by themselves, between as many of their neighbours as it takes. */
  function byNeighbours({ text, from, to }, isOne) {
    let [first, last] = [from, to];
    const isEnough = (all) => all.split(' ').length >= ENOUGH && isOne(all);
    while (!isEnough(text.slice(first, last)) && (first > 0 || last < text.length)) {
      first = text.lastIndexOf(' ', Math.max(first - 2, 0)) + 1;
      last = text.indexOf(' ', last + 1);
      if (last < 0) last = text.length;
    }
    const [prefix, suffix] = [text.slice(first, from).trim(), text.slice(to, last).trim()];
    const directive = [prefix && `${encoded(prefix)}-`, encoded(text.slice(from, to)), suffix && `-${encoded(suffix)}`];
    return directive.filter(Boolean).join(',');
  }

  /** The address of words inside a block of a part; a browser that knows no such links comes to the part. */
  function linkToWords(part, block, range) {
    const place = reach(block, range);
    const known = folded([...document.querySelectorAll(PARTS)].filter(isCitable).map((part) => textOf(within(wordsOf(part)))).join(' '));
    const isOne = (words) => known.split(folded(words)).length === 2;
    const directive = byEnds(place.text.slice(place.from, place.to).split(' '), isOne) ?? byNeighbours(place, isOne);
    const address = refOf(part).href;
    return `${address}${address.includes('#') ? '' : '#'}:~:text=${directive}`;
  }

  // ---- The notice: what was copied, and what else can be. It stands after the part that it is
  // about, so that the next tab stop is its first button; a status line of its own is read out.

  const status = document.createElement('output');
  status.className = 'unseen';
  document.body.append(status);

  const notice = Object.assign(document.createElement('div'), { className: 'notice', role: 'group', ariaLabel: 'Copy' });
  // The words stay selected when a button is pressed.
  notice.addEventListener('mousedown', (event) => event.preventDefault());

  const hide = () => notice.remove();

  /** What can be done, or an address to go to. */
  function control([label, act]) {
    const [name, property] = typeof act === 'string' ? ['a', 'href'] : ['button', 'onclick'];
    return Object.assign(document.createElement(name), { textContent: label, [property]: act });
  }

  function show(after, message, actions) {
    notice.replaceChildren(message, ...actions.map(control));
    status.textContent = message;
    after.after(notice);
  }

  /** Copies a text and says so, or shows it where it cannot be copied. */
  async function offer(after, text, message, actions = []) {
    // A page over plain http has no clipboard.
    const copied = await navigator.clipboard?.writeText(text).then(() => true, () => false) || copyWords(text);
    show(after, copied ? message : 'To copy:', actions);
    if (copied) return;
    const field = Object.assign(document.createElement('input'), { readOnly: true, value: text, ariaLabel: 'To copy' });
    notice.firstChild.after(field);
    field.select();
  }

  // Off this page, a click copies and stays: the way there is offered beside.
  const leadsElsewhere = (ref) => ref.pathname !== location.pathname;

  function copyAddress(ref, after) {
    const part = ref.parentElement;
    const actions = [citing(after, () => citation([textOf(within(wordsOf(part))).trim()], [part]))];
    const own = ref.textContent;
    const label = handout.label(own);
    actions.push([label, () => {
      handout.toggle(own);
      // "Added to handout", "Removed from handout".
      show(after, label.replace(/e? /, 'ed '), [[handout.name(), handout.address()]]);
    }]);
    if (leadsElsewhere(ref)) actions.push(['Go there', ref.href]);
    offer(after, ref.href, `Link to ${ref.textContent} copied`, actions);
  }

  const citing = (after, cite) => ['Copy with citation', () => offer(after, cite(), 'Copied with citation')];

  addEventListener('click', (event) => {
    // A button of the notice may be gone by now. What it says stays, though the selection has just settled.
    if (event.composedPath().includes(notice)) return clearTimeout(settled);
    hide();
    const ref = event.target.closest?.('a.ref');
    const part = ref?.closest(PARTS);
    const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (modified || !part || !isCitable(part) || refOf(part) !== ref) {
      // The end of a long drag is a click as well.
      offerSelection();
      return;
    }
    // To the page itself it would only load that again.
    if (leadsElsewhere(ref) || !ref.hash) event.preventDefault();
    copyAddress(ref, ref);
  });

  // ---- Selected words.

  function offerSelection() {
    const selection = getSelection();
    if (selection.isCollapsed || notice.contains(document.activeElement)) return;
    const range = selection.getRangeAt(0).cloneRange();
    const parts = [...document.querySelectorAll(PARTS)].filter(isCitable);
    const found = parts.map((part) => [part, within(wordsOf(part), range)]).filter(([, own]) => textOf(own).trim());
    // Words of both texts are not one quotation: those of the first stand.
    const same = found.filter(([part]) => creditOf(part) === creditOf(found[0][0]));
    if (same.length === 0) return;
    const [[part, own]] = same;
    const place = wordsOf(same.at(-1)[0]);
    const cite = () => citation(same.map(([part, own]) => wordsIn(part, own)), same.map(([part]) => part));
    const actions = [citing(place, cite)];
    if (same.length === 1) {
      const block = blockOf(part, own);
      actions.unshift(block
        ? ['Copy link to these words', () => offer(place, linkToWords(part, block, own), 'Link to these words copied')]
        : ['Copy link', () => copyAddress(refOf(part), place)]);
    }
    show(place, '', actions);
  }

  let settled;
  document.addEventListener('selectionchange', () => {
    clearTimeout(settled);
    settled = setTimeout(offerSelection, 300);
  });

  // ---- Keys.

  addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      hide();
      const open = openPanel();
      if (open) {
        open.open = false;
        open.querySelector('summary').focus();
      }
    }
    const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
    if (event.key === '/' && !typing && root.dataset.slash !== 'off') {
      event.preventDefault();
      document.getElementById('site-search').focus();
    }
  });
}
