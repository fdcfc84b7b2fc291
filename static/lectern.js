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
    try {
      localStorage.setItem('lectern-display', JSON.stringify(kept));
    } catch {
      // Without storage the choice is for this page only.
    }
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
  const isCitable = (part) => Boolean(creditOf(part) && refOf(part) && wordsOf(part));

  const single = (text) => text.replace(/\s+/g, ' ');

  /** The words of a range as the page shows them, without the signs of notes. */
  function textOf(range) {
    const copy = range.cloneContents();
    for (const sign of copy.querySelectorAll('.sign')) sign.remove();
    return single(copy.textContent);
  }

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

  /** `strategy/II.2.p1–p3`, as short as both ends allow. */
  function span(first, last) {
    if (first === last) return first;
    const section = first.slice(0, first.lastIndexOf('.p') + 1);
    return `${first}–${section && last.startsWith(section) ? last.slice(section.length) : last}`;
  }

  /** The words in quotes, and in a line of their own where they come from. */
  function citation(words, parts) {
    const [first, last] = [parts[0], parts.at(-1)].map((part) => refOf(part).textContent);
    return `“${words.join('\n\n')}”\n${creditOf(parts[0])}, ${span(first, last)}. ${refOf(parts[0]).href}`;
  }

  const citePart = (part) => citation([textOf(within(wordsOf(part))).trim()], [part]);

  // ---- A link to words: https://wicg.github.io/scroll-to-text-fragment/

  // From so many words on, a link names the first and the last few only.
  const LONG = 12;
  const FEW = 4;

  // The syntax uses commas, ampersands and hyphens itself; the first two are encoded anyway.
  const encoded = (text) => encodeURIComponent(text).replaceAll('-', '%2D');

  /** The words of a part, and from where to where of them a range reaches, at whole words. */
  function reach(part, range) {
    const whole = within(wordsOf(part));
    const [before, after] = [within(wordsOf(part)), within(wordsOf(part))];
    before.setEnd(range.startContainer, range.startOffset);
    after.setStart(range.endContainer, range.endOffset);
    const text = textOf(whole);
    let from = textOf(before).length;
    let to = text.length - textOf(after).length;
    // Browsers look for whole words, and nobody quotes half of one.
    const isLetter = (at) => /[\p{L}\p{N}]/u.test(text[at] ?? '');
    while (text[from] === ' ') from += 1;
    while (text[to - 1] === ' ') to -= 1;
    while (isLetter(from) && isLetter(from - 1)) from -= 1;
    while (isLetter(to - 1) && isLetter(to)) to += 1;
    return { text, from, to };
  }

  function wordsIn(part, range) {
    const { text, from, to } = reach(part, range);
    return text.slice(from, to);
  }

  /** The address of words inside one part; a browser that knows no such links comes to the part. */
  function linkToWords(part, range) {
    const { text, from, to } = reach(part, range);
    const chosen = text.slice(from, to).split(' ');
    const [start, end] = chosen.length < LONG ? [chosen] : [chosen.slice(0, FEW), chosen.slice(-FEW)];
    const [left, right] = [text.slice(0, from), text.slice(to)].map((side) => side.trim().split(' '));
    // Browsers go to the first such words on the page: the link has as many neighbours as these need.
    const above = within(document.body);
    above.setEndBefore(wordsOf(part));
    const known = single(`${above} ${text}`).toLowerCase();
    const isFirst = (words) => known.split(words.trim().toLowerCase()).length === 2;
    let prefix = '';
    let suffix = '';
    let [first, last] = [from, end ? from + start.join(' ').length : to];
    for (let count = 1; count <= 6 && !isFirst(text.slice(first, last)); count += 1) {
      prefix = left.slice(-count).join(' ');
      suffix = right.slice(0, count).join(' ');
      first = text.lastIndexOf(prefix, from);
      if (!end) last = text.indexOf(suffix, to) + suffix.length;
    }
    const directive = [
      prefix && `${encoded(prefix)}-`,
      encoded(start.join(' ')),
      end && encoded(end.join(' ')),
      suffix && `-${encoded(suffix)}`,
    ];
    return `${refOf(part).href}:~:text=${directive.filter(Boolean).join(',')}`;
  }

  // ---- Copying, also where a page over plain http has no clipboard.

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyFromField(text);
    }
  }

  function copyFromField(text) {
    const field = document.createElement('textarea');
    const focused = document.activeElement;
    field.className = 'unseen';
    field.value = text;
    document.body.append(field);
    field.select();
    let copied = false;
    try {
      copied = document.execCommand('copy');
    } catch {
      // Then the reader copies it from the field that `offer` shows.
    }
    field.remove();
    focused?.focus({ preventScroll: true });
    return copied;
  }

  // ---- The notice: what was copied, and what else can be. It stands after the part that it is
  // about, so that the next tab stop is its first button; a status line of its own is read out.

  const status = document.createElement('output');
  status.className = 'unseen';
  document.body.append(status);

  const notice = document.createElement('div');
  notice.className = 'notice';
  notice.setAttribute('role', 'group');
  notice.setAttribute('aria-label', 'Copy');
  // The words stay selected when a button is pressed.
  notice.addEventListener('mousedown', (event) => event.preventDefault());

  const hide = () => notice.remove();

  function show(after, message, actions) {
    const buttons = actions.map(([label, act]) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.addEventListener('click', act);
      return button;
    });
    const text = document.createElement('span');
    text.textContent = message;
    notice.replaceChildren(...(message ? [text] : []), ...buttons);
    status.textContent = message;
    after.after(notice);
  }

  /** Copies a text and says so, or shows it where it cannot be copied. */
  async function offer(after, text, message, actions = []) {
    const copied = await copy(text);
    show(after, copied ? message : 'To copy:', actions);
    if (copied) return;
    const field = document.createElement('input');
    field.readOnly = true;
    field.value = text;
    field.setAttribute('aria-label', 'To copy');
    notice.firstChild.after(field);
    field.select();
  }

  const citing = (after, cite) => ['Copy with citation', () => offer(after, cite(), 'Copied with citation')];

  addEventListener('click', (event) => {
    // A button of the notice may be gone by now.
    if (event.composedPath().includes(notice)) return;
    hide();
    const ref = event.target.closest?.('a.ref');
    const part = ref?.parentElement.closest(PARTS);
    const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (modified || !part || !isCitable(part) || refOf(part) !== ref) {
      // The end of a long drag is a click as well.
      offerSelection();
      return;
    }
    offer(ref, ref.href, `Link to ${ref.textContent} copied`, [citing(ref, () => citePart(part))]);
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
      actions.unshift(['Copy link to these words', () => offer(place, linkToWords(part, own), 'Link to these words copied')]);
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
