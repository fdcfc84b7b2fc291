// The panel "Cite": it keeps to the style that a reader chose, copies, and adds today as the day of access.
// Without this script it has all styles, and its form leads to a page.
{
  const KEY = 'lectern-style';
  const status = document.createElement('output');
  status.className = 'unseen';

  function chosenStyle() {
    try {
      return localStorage.getItem(KEY) ?? '';
    } catch {
      return '';
    }
  }

  function keepStyle(style) {
    try {
      localStorage.setItem(KEY, style);
    } catch {
      // Without storage the choice is for this page only.
    }
  }

  /** A choice of the styles of a panel, which hides the others. */
  function chooser(styles) {
    const entries = [...styles.children];
    const select = document.createElement('select');
    select.add(new Option('All styles', ''));
    for (const entry of entries) select.add(new Option(entry.querySelector('dt').textContent, entry.dataset.style));
    const show = () => {
      for (const entry of entries) entry.hidden = Boolean(select.value) && entry.dataset.style !== select.value;
    };
    select.value = chosenStyle();
    if (select.selectedIndex < 0) select.value = '';
    select.addEventListener('change', () => {
      keepStyle(select.value);
      show();
    });
    show();
    const label = document.createElement('label');
    label.className = 'style-choice';
    label.append('Style ', select);
    return label;
  }

  /** Copies a citation with its italics. */
  function copy(citation, button) {
    const range = document.createRange();
    range.selectNodeContents(citation);
    const label = citation.querySelector('small');
    if (label) range.setStartAfter(label);
    range.setEndBefore(button);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    const copied = document.execCommand('copy');
    status.textContent = button.textContent = copied ? 'Copied' : 'Press Ctrl+C';
  }

  function addButton(citation) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.addEventListener('click', () => copy(citation, button));
    citation.append(' ', button);
  }

  /** Today where the reader is, as a form writes it. */
  const today = () => new Intl.DateTimeFormat('sv').format();

  /** Shows the same panel as the form's own page has it, in place; or goes to that page. */
  async function answer(panel, form) {
    const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
    try {
      const response = await fetch(address);
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const found = page.querySelector('.citing');
      panel.replaceWith(found);
      complete(found);
      found.querySelector('input[type=date]').focus();
      status.textContent = 'Day of access added';
    } catch {
      location.assign(address);
    }
  }

  function complete(panel) {
    const styles = panel.querySelector('.styles');
    styles.before(chooser(styles));
    for (const citation of styles.querySelectorAll('dd')) addButton(citation);
    const form = panel.querySelector('.accessed');
    const field = form.querySelector('[type=date]');
    field.value ||= today();
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      answer(panel, form);
    });
    panel.append(status);
  }

  for (const panel of document.querySelectorAll('.citing')) complete(panel);
}
