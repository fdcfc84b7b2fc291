// Suggestions under the search box: a combobox as in the WAI-ARIA Authoring Practices. The box
// finds as much without.
{
  const box = document.getElementById('site-search');

  // How long typing rests before suggestions are asked for; the longer, before their number is read
  // out, and while characters are composed, as phones do with every word.
  const PAUSE = 120;
  const LONG_PAUSE = 700;

  function set(element, attributes) {
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  }

  function make(name, attributes, ...content) {
    const element = set(document.createElement(name), attributes);
    element.append(...content);
    return element;
  }

  const list = make('div', { id: 'site-suggestions', class: 'suggestions', role: 'listbox', 'aria-label': 'Suggestions', hidden: '' });
  const status = make('div', { class: 'unseen', role: 'status' });
  box.after(list, status);

  // A field for searches may not be a combobox; one for text may.
  box.type = 'text';
  set(box, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': false });

  // ---- The list. The focus stays in the box.

  let active;

  function activate(option) {
    if (active) set(active, { 'aria-selected': false });
    active = option;
    if (active) set(active, { 'aria-selected': true }).scrollIntoView({ block: 'nearest' });
    set(box, { 'aria-activedescendant': active?.id ?? '' });
  }

  function setOpen(open) {
    activate();
    list.hidden = !open;
    set(box, { 'aria-expanded': open });
  }

  let reading;

  function read(message = '') {
    clearTimeout(reading);
    status.textContent = '';
    reading = setTimeout(() => { status.textContent = message; }, LONG_PAUSE);
  }

  /** A label, in bold where its words begin as those of the text. */
  function emphasised(label, text) {
    const typed = text.match(/[\p{L}\p{N}]+/gu);
    if (!typed) return [label];
    const beginning = new RegExp(`(?<![\\p{L}\\p{N}])(${typed.join('|')})`, 'iu');
    return label.split(beginning).map((part, at) => (at % 2 ? make('b', {}, part) : part));
  }

  function show(suggestions, text) {
    list.replaceChildren(...suggestions.map(({ label, detail, url }, at) => make(
      'a',
      { id: `site-suggestion-${at}`, role: 'option', 'aria-selected': false, href: url, tabindex: -1 },
      make('span', {}, ...emphasised(label, text)), ' ', make('small', {}, detail),
    )));
    const count = suggestions.length;
    setOpen(count > 0);
    read(`${count || 'No'} suggestion${count === 1 ? '' : 's'}`);
  }

  // ---- Asking. An answer counts if nothing has happened since.

  let waiting;
  let asking;

  function cancel() {
    clearTimeout(waiting);
    asking?.abort();
  }

  function close() {
    cancel();
    setOpen(false);
    read();
  }

  /** Shows what is suggested, with the option at this end of the list active, if any. */
  async function ask(end) {
    cancel();
    const text = box.value.trim();
    if (!text) return;
    asking = new AbortController();
    const { signal } = asking;
    try {
      const answer = await fetch(`${box.form.action}/suggest?q=${encodeURIComponent(text)}`, { signal });
      let { suggestions, script } = await answer.json();
      // A copy of the site that is searched in the browser has a script to ask.
      if (script) suggestions = await (await import(script)).suggestions(text);
      if (signal.aborted) return;
      show(suggestions, text);
      activate(list[end]);
    } catch {
      // Without suggestions the words can still be sent.
      if (!signal.aborted) close();
    }
  }

  function typed({ isComposing }) {
    cancel();
    activate();
    read();
    if (!box.value.trim()) close();
    else waiting = setTimeout(ask, isComposing ? LONG_PAUSE : PAUSE);
  }

  box.addEventListener('input', typed);
  box.addEventListener('compositionend', typed);
  box.addEventListener('blur', close);
  box.form.addEventListener('submit', close);
  // A press leaves the focus in the box; the click follows the link.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', close);

  // ---- Keys. The page's own keys leave alone what is prevented here.

  box.addEventListener('keydown', (event) => {
    // Keys that compose do no more; 229 is how Safari says so.
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const [next, end] = key === 'ArrowDown' ? ['nextElementSibling', 'firstElementChild'] : ['previousElementSibling', 'lastElementChild'];
      if (list.hidden) {
        ask(end);
      } else {
        // Who moves in a list means this one.
        cancel();
        activate(active?.[next] ?? list[end]);
      }
    } else if (key === 'Enter' && active) {
      active.click();
    } else if (key === 'Escape' && (!list.hidden || box.value)) {
      if (list.hidden) box.value = '';
      close();
    } else {
      // The caret moves in the text, so the text is meant.
      if (/^(Arrow|Home|End)/.test(key)) activate();
      return;
    }
    event.preventDefault();
  });
}
