// What comes out of the printer: the words with their references, and where they come from.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { HANDOUT, NOT_FOUND, PAGE_KINDS, PRINCIPLE } from './kinds.mjs';
import { open } from './page.mjs';
import { print } from './paper.mjs';
import { useSite } from './site.mjs';

// A handout has its sources at its end: its own tests read it.
const PATHS = [...new Set([...PAGE_KINDS, '/search?q=sovereignty'])].filter((path) => path !== HANDOUT);

const FORMATS = ['A4', 'Letter'];

// How many sheets a page of a kind may take; the others take no more than five.
const MOST_SHEETS = {
  '/': 1,
  '/strategy/full': 15,
  '/strategy/capture': 16,
  [PRINCIPLE]: 1,
  '/principles': 1,
  '/research/tasks': 2,
  '/compare/strategy-II.2/research-2.2.1': 3,
  '/compare/strategy-II/research-2.2': 12,
  '/concordance': 10,
  '/concordance/links': 7,
  '/concordance/links/differs': 7,
  // Every set phrase with its places, and all matches that rest on it.
  '/concordance/links/formulas': 7,
  '/concordance/silences': 11,
  '/terms': 9,
  '/terms/sovereignty': 3,
  '/actors': 13,
  // Ten meetings and a course of six, for the table.
  '/study': 6,
  [NOT_FOUND]: 1,
};
const MOST_ELSE = 5;

// A sheet with fewer letters of its own, some two lines, is wasted.
const LEAST_LETTERS = 80;

// Words that only lead elsewhere or ask for a click.
const NAVIGATION = [
  'Skip to the text', 'Menu', 'More contrast', 'key goes to the search box', 'Data: JSON', 'On this page',
  'Full text (', 'End of the', 'Continue at', 'Previous', 'More pages', 'Print with matches', 'Terms on this page', 'Also on this site', 'Compare other sections',
];

const site = useSite();

// One tab for all.
let opening;
const tabForPrint = () => (opening ??= site.tab().then(preparedForPrint));

for (const path of PATHS) {
  describe(path, () => {
    // A page is printed once for all that is asked of it.
    let page;
    const papers = {};
    before(async () => {
      page = await tabForPrint();
      await open(page, path);
      for (const format of FORMATS) papers[format] = await print(page, format);
    });

    for (const format of FORMATS) {
      test(`prints on ${format} without a wasted sheet`, async () => {
        const sheets = papers[format];
        const most = MOST_SHEETS[path] ?? MOST_ELSE;
        assert.ok(sheets.length <= most, `${sheets.length} sheets, and ${most} are the most`);
        const booklet = await page.locator('.full-title').count() > 0;
        const [running, foot] = await page.evaluate(() => [document.documentElement.dataset.running, document.querySelector('.foot').innerText]);
        for (const [at, sheet] of sheets.entries()) {
          const number = new RegExp(`^\\s*${at + 1} ?/ ?${sheets.length}\\s*$`, 'm');
          const titlePage = booklet && at === 0;
          assert.equal(number.test(sheet), !titlePage, `the number of sheet ${at + 1}: ${sheet}`);
          const own = letters(sheet.replace(number, '')).replace(letters(foot), '').replace(letters(running), '');
          assert.ok(path === NOT_FOUND || own.length >= LEAST_LETTERS, `sheet ${at + 1} holds next to nothing: ${sheet}`);
        }
      });
    }

    test('says once where it comes from, and leads nowhere', async () => {
      const paper = oneLine(papers.A4.join(' '));
      const imprint = oneLine(await page.locator('.imprint').textContent());
      assert.match(imprint, /^Sources?: .*2017|^Sources?: .*2016/);
      assert.ok(path === NOT_FOUND || imprint.endsWith(` ${path}`), imprint);
      assert.equal(paper.split(imprint).length - 1, 1, `the imprint stands once in: ${paper}`);
      if (path !== NOT_FOUND && path !== '/') {
        const addresses = paper.split(/\s/).filter((word) => word === path);
        assert.equal(addresses.length, 1, 'the address stands once');
      }
      assertNone(NAVIGATION.filter((words) => paper.includes(words)));
    });

    test('has every reference, paragraph and card', async () => {
      const paper = letters(papers.A4.join(' '));
      const references = await page.locator('.ref').allTextContents();
      const paragraphs = await page.locator('.words, .card .other-words').evaluateAll(printedWords);
      // A sheet may end inside a paragraph, but never inside its first or last line.
      const ends = paragraphs.map(letters).flatMap((words) => [words.slice(0, 24), words.slice(-24)]);
      assertNone([...references.map(letters), ...ends].filter((words) => !paper.includes(words)));
    });
  });
}

/** The words of elements with the letters and numbers that the style sheet adds. */
function printedWords(elements) {
  return elements.map((element) => {
    const copy = element.cloneNode(true);
    for (const sign of copy.querySelectorAll('[data-sign], [data-numbers]')) sign.textContent = sign.dataset.sign ?? sign.dataset.numbers;
    return copy.textContent;
  });
}

const oneLine = (words) => words.replace(/\s+/g, ' ').trim();

// Without what line breaks and hyphens change.
const letters = (words) => words.replace(/[^\p{L}\p{N}]/gu, '');

async function preparedForPrint(page) {
  await page.route('**/static/site.*.css', withEveryFont);
  // So that fonts which only paper needs are there as well.
  await page.emulateMedia({ media: 'print' });
  return page;
}

// A visit goes without a font that is optional and late; whether one is late is chance.
async function withEveryFont(route) {
  const response = await route.fetch();
  const css = await response.text();
  await route.fulfill({ response, body: css.replaceAll('font-display: optional', 'font-display: block') });
}
