// The panel "Cite": it keeps to the style that a reader chose, copies, and offers today as the day of access.
// Without this script it has all styles, and its form asks for the day.
{
  const KEY = 'lectern-style';

  /** A choice of the styles of a panel, which hides the others. */
  function chooser(styles) {
    const entries = [...styles.children];
    const select = document.createElement('select');
    select.add(new Option('All styles', ''));
    for (const entry of entries) select.add(new Option(entry.querySelector('dt').textContent, entry.dataset.style));
    const show = () => {
      for (const entry of entries) entry.hidden = !['', entry.dataset.style].includes(select.value);
    };
    select.value = recall(KEY) ?? '';
    if (select.selectedIndex < 0) select.value = '';
    select.addEventListener('change', () => {
      // Without storage the choice is for this page only.
      remember(KEY, select.value);
      show();
    });
    show();
    const label = document.createElement('label');
    label.append('Style ', select);
    return label;
  }

  /** Copies a citation with its italics; its label and button are no part of it. */
  function copy(citation, button) {
    const range = document.createRange();
    range.selectNodeContents(citation);
    const label = citation.querySelector('small');
    if (label) range.setStartAfter(label);
    range.setEndBefore(button);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    button.textContent = document.execCommand('copy') ? 'Copied' : 'Press Ctrl+C';
  }

  function addButton(citation) {
    const button = document.createElement('button');
    button.type = 'button';
    button.ariaLive = 'polite';
    button.textContent = 'Copy';
    button.addEventListener('click', () => copy(citation, button));
    citation.append(' ', button);
  }

  for (const panel of document.querySelectorAll('.citing')) {
    const styles = panel.querySelector('.styles');
    styles.before(chooser(styles));
    styles.querySelectorAll('dd').forEach(addButton);
    // Today where the reader is, as a form writes it.
    panel.querySelector('[type=date]').value ||= new Intl.DateTimeFormat('sv').format();
  }
}
