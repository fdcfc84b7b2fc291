// What a reader's browser makes of a section and its paragraphs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PRINCIPLE } from './kinds.mjs';
import { byId, open } from './page.mjs';
import { useSite } from './site.mjs';

const PARAGRAPH = 'II.2.p3';
const SIBLING = 'II.2.p2';

const site = useSite();
const { withPage } = site;

test('without JavaScript every paragraph shows', () => withPage({ javaScriptEnabled: false }, async (page) => {
  await page.goto(PRINCIPLE);
  const paragraphs = await page.locator('[id^="II.2.p"]').all();
  assert.ok(paragraphs.length >= 3, `only ${paragraphs.length} paragraphs`);
  for (const paragraph of paragraphs) {
    assert.ok(await paragraph.isVisible());
    assert.notEqual((await paragraph.innerText()).trim(), '');
  }
}));

test('a paragraph is read in its section, in view and highlighted', () => withPage({}, async (page) => {
  await open(page, `/strategy/${PARAGRAPH}`);
  await page.getByRole('link', { name: 'Read in II.2' }).click();
  await page.waitForURL(`${site.origin}${PRINCIPLE}#${PARAGRAPH}`);
  assert.ok(await page.locator(byId(PARAGRAPH)).evaluate(startIsOnTop), 'its start is out of view or covered');
  assert.notEqual(await background(page, PARAGRAPH), await background(page, SIBLING));
}));

test('a principle prints', () => withPage({}, async (page) => {
  await page.goto(PRINCIPLE);
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  assert.ok(pdf.startsWith('%PDF-'));
  // Chromium leaves its page objects uncompressed; `/Type /Pages` is their index.
  assert.match(pdf, /\/Type \/Page\b/);
}));

// Asks what a reader would touch there, so that a header lying over it counts.
function startIsOnTop(element) {
  const { left, top, width } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(left + width / 2, top + 4));
}

// The colour a reader sees behind a paragraph's words, whichever element paints it.
function background(page, id) {
  return page.locator(byId(id)).evaluate((paragraph) => {
    let element = paragraph.querySelector('p') ?? paragraph;
    const colour = () => getComputedStyle(element).backgroundColor;
    while (colour() === 'rgba(0, 0, 0, 0)' && element.parentElement) element = element.parentElement;
    return colour();
  });
}
