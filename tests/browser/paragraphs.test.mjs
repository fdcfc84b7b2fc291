// A section's page is its text; what is known of a paragraph stands on the paragraph's own page.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { PARAGRAPH, PRINCIPLE } from './kinds.mjs';
import { open } from './page.mjs';
import { useSite } from './site.mjs';

const MOST_WORDS = 450;
const MOST_LINKS = 60;
const LOWEST_TEXT = 1.6;

const DESK = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 } };

const { withPage } = useSite();

describe('the page of a section', () => {
  test('is its text: few words and links beside it', () => withPage(DESK, async (page) => {
    await open(page, PRINCIPLE);
    const { words, links, end } = await page.evaluate(() => ({
      words: document.body.innerText.split(/\s+/).filter(Boolean).length,
      links: [...document.querySelectorAll('a[href]')].filter((link) => link.checkVisibility()).length,
      end: document.querySelector('.text').getBoundingClientRect().bottom / innerHeight,
    }));
    assert.ok(words <= MOST_WORDS, `${words} words`);
    assert.ok(links <= MOST_LINKS, `${links} links`);
    assert.ok(end <= LOWEST_TEXT, `the text ends after ${end} screens`);
  }));

  test('has the strongest match in the margin of a wide screen, and a line alone on a phone', async () => {
    const visible = (options) => withPage(options, async (page) => {
      await open(page, PRINCIPLE);
      const shown = (selector) => page.locator(selector).filter({ visible: true }).count();
      return [await shown('.beside'), await shown('.matched')];
    });
    assert.deepEqual(await visible(DESK), [2, 3]);
    assert.deepEqual(await visible(PHONE), [0, 3]);
  });

  test('leads from the line of a paragraph to all its matches, without JavaScript', () => withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto(PRINCIPLE);
    await page.getByRole('link', { name: 'Paper: 9 matches' }).click();
    await page.waitForURL(`**${PARAGRAPH}`);
    await page.getByRole('heading', { name: '9 matches in the paper' }).waitFor();
    assert.equal(await page.locator('[aria-labelledby="site-matches-research"] .card').count(), 9);
  }));

  test('prints with matches from an address', () => withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto(PRINCIPLE);
    await page.getByRole('link', { name: 'Print with matches' }).click();
    await page.waitForURL(`**${PRINCIPLE}/matches`);
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.locator('.match').first().isVisible());
  }));
});

describe('the page of a paragraph', () => {
  test('has its words large, between smaller neighbours', () => withPage(PHONE, async (page) => {
    await open(page, '/strategy/II.2.p2');
    const boxes = await page.evaluate(() => ['.neighbour.before p', '.large > .words', '.neighbour.after p'].map((selector) => {
      const element = document.querySelector(selector);
      return { top: element.getBoundingClientRect().top, size: parseFloat(getComputedStyle(element).fontSize) };
    }));
    const [before, own, after] = boxes;
    assert.ok(before.top < own.top && own.top < after.top, 'they stand in reading order');
    assert.ok(own.size > 1.25 * before.size && own.size > 1.25 * after.size, JSON.stringify(boxes));
    assert.ok(own.top < 844 / 2, `the words begin at ${own.top} px`);
  }));

  test('leads from each number to the card of its passage', () => withPage(DESK, async (page) => {
    await open(page, PARAGRAPH);
    const wrong = await page.locator('.passages-legend a').evaluateAll((links) => links.flatMap((link) => {
      const card = document.getElementById(link.hash.slice(1));
      const number = card?.querySelector('.own-words').dataset.passage;
      return link.textContent.startsWith(`${number} `) ? [] : [link.textContent];
    }));
    assertNone(wrong);
    const names = await page.locator('.passages-legend a').allTextContents();
    assert.equal(new Set(names).size, names.length, 'no two have one name');
  }));

  test('says its own words in title and description', () => withPage(DESK, async (page) => {
    await open(page, PARAGRAPH);
    assert.match(await page.title(), /^As a basic norm in contemporary international relations,? … · Strategy II\.2\.p1 · /);
    assert.match(await page.locator('meta[name="description"]').getAttribute('content'), /^As a basic norm in .+ …$/);
  }));
});
