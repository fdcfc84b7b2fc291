// The panel "Cite": it keeps to the style that a reader chose, copies, and offers today as the day of access.
// Without this script it has all styles, and its form asks for the day.
{
  const KEY = 'lectern-style';

  /** A choice of the styles of a panel, which hides the others. */
  function chooser(styles) {
    const entries = [...styles.children];
    const select = document.createElement('select');
    select.add(new Option('All styles', ''));
    const chosen = recall(KEY);
    for (const { dataset: { style }, firstChild } of entries) select.add(new Option(firstChild.textContent, style, false, style === chosen));
    const show = () => {
      for (const entry of entries) entry.hidden = !['', entry.dataset.style].includes(select.value);
    };
    select.onchange = () => {
      // Without storage the choice is for this page only.
      remember(KEY, select.value);
      show();
    };
    show();
    const label = document.createElement('label');
    label.append('Style ', select);
    return label;
  }

  /** Copies the words of a citation, with their italics and no label, and where it can be read if they do not say. */
  function copy(citation, button) {
    const words = citation.cloneNode(true);
    for (const other of words.querySelectorAll('small, button')) other.remove();
    const { address } = citation.dataset;
    if (address && !words.textContent.includes('://')) words.append(new URL(address, location));
    getSelection().selectAllChildren(citation);
    button.textContent = copyWords(words.textContent.trim(), words.innerHTML.trim()) ? 'Copied' : 'Press Ctrl+C';
  }

  function addButton(citation) {
    const button = document.createElement('button');
    button.ariaLive = 'polite';
    button.textContent = 'Copy';
    button.onclick = () => copy(citation, button);
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
