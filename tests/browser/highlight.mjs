// What a browser highlights of a page when it follows a link to words. No script of a page is told, so
// this reads it off a picture: words whose middle has the colour of such words are highlighted.

// No other thing on a page has it.
const COLOUR = [255, 0, 254];

// The browser looks again half a second after a page has come; so many pictures take longer.
const MOST_PICTURES = 60;

/** Prepares a page for `highlighted`; call it before the page goes anywhere. */
export async function colourHighlights(page) {
  await page.addInitScript((colour) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`::target-text { background: rgb(${colour}); color: rgb(${colour}); text-decoration: none; }`);
    document.adoptedStyleSheets = [sheet];
  }, COLOUR);
}

/** The highlighted text in the window, without spaces; `reader` is a page that reads pictures. Empty if there is none. */
export async function highlighted(page, reader) {
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  for (let pictures = 0; pictures < MOST_PICTURES; pictures += 1) {
    const picture = await page.screenshot();
    const signs = await page.evaluate(signsInWindow);
    const text = await reader.evaluate(signsOfColour, { picture: picture.toString('base64'), signs, colour: COLOUR });
    if (text) return text;
  }
  return '';
}

/** Every character that is shown, with where its middle is. */
function signsInWindow() {
  const range = document.createRange();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const signs = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.checkVisibility()) continue;
    range.selectNodeContents(node);
    const { top, bottom } = range.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) continue;
    for (let at = 0; at < node.length; at += 1) {
      if (node.data[at].trim() === '') continue;
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const [box] = range.getClientRects();
      if (box?.width > 0) signs.push([node.data[at], Math.floor(box.x + box.width / 2), Math.floor(box.y + box.height / 2)]);
    }
  }
  return signs;
}

async function signsOfColour({ picture, signs, colour }) {
  const bytes = Uint8Array.from(atob(picture), (byte) => byte.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes]));
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const isColoured = (x, y) => x >= 0 && x < width && y >= 0 && y < height && colour.every((part, nth) => data[4 * (y * width + x) + nth] === part);
  return signs.filter(([, x, y]) => isColoured(x, y)).map(([sign]) => sign).join('');
}
