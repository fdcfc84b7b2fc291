// What a reader's browser makes of one page of each kind.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { axeViolations } from './axe.mjs';
import { NOT_FOUND, PAGE_KINDS, PRINCIPLE } from './kinds.mjs';
import { byId, open, overflow, resize, watchForErrors } from './page.mjs';
import { useSite } from './site.mjs';

const WIDTHS = [320, 390, 1280, 2560];

const PARAGRAPH = 'II.2.p3';
const SIBLING = 'II.2.p2';

const site = useSite();
const { withPage } = site;

for (const path of PAGE_KINDS) {
  describe(path, () => {
    test('loads without errors, from this server alone', () => withPage({}, async (page) => {
      const errors = await watchForErrors(page, site.origin);
      const response = await open(page, path);
      assert.equal(response.status(), path === NOT_FOUND ? 404 : 200);
      assertNone(await errors());
    }));

    test('never scrolls sideways', () => withPage({}, async (page) => {
      await open(page, path);
      for (const width of WIDTHS) {
        await resize(page, width, 800);
        const over = await overflow(page);
        assert.ok(over <= 0, `${over} px too wide at ${width} px`);
      }
    }));

    for (const colorScheme of ['light', 'dark']) {
      test(`is accessible in ${colorScheme} colours`, () => withPage({ colorScheme, bypassCSP: true }, async (page) => {
        await open(page, path);
        assertNone(await axeViolations(page));
      }));
    }
  });
}

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
