/** Has the browser copy words, with marks where these are given as well; whether it does. */
function copyWords(text, html) {
  const give = (event) => {
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
    if (html) event.clipboardData.setData('text/html', html);
  };
  addEventListener('copy', give);
  const copied = document.execCommand('copy');
  removeEventListener('copy', give);
  return copied;
}

