// The words of the texts as one finds, selects, copies and links to them: nothing that the editors add
// to them may stand in the way.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { colourHighlights, highlighted } from './highlight.mjs';
import { byId, open, resize } from './page.mjs';
import { useSite } from './site.mjs';

const DOCUMENTS = ['strategy', 'research'];

// Large enough that the longest paragraph is in the window wherever the browser goes to in it.
const WHOLE_PARAGRAPH = { width: 720, height: 1800 };

const site = useSite();
const { withPage } = site;

/** The sections that have paragraphs, as the data has them; asked for once. */
let asked;
const sections = () => (asked ??= askForSections());

async function askForSections() {
  const listed = DOCUMENTS.map(async (id) => (await (await fetch(`${site.origin}/${id}.json`)).json()).sections);
  return (await Promise.all(listed)).flat().filter(({ paragraphs }) => paragraphs.length > 0);
}

/** The paragraphs of a document. */
async function paragraphsOf(id) {
  const own = (await sections()).filter((section) => section.document === id);
  return own.flatMap(({ paragraphs }) => paragraphs);
}

const idOf = ({ ref }) => ref.slice(ref.indexOf('/') + 1);
const straight = (text) => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();

describe('a link to words', () => {
  test('highlights these words and no others, on the page that it leads to', () => withPage({ viewport: WHOLE_PARAGRAPH }, async (page) => {
    await page.addInitScript(recordCopying);
    await colourHighlights(page);
    const links = [];
    for (const { url, paragraphs } of await sections()) {
      await page.goto(url);
      for (const paragraph of paragraphs) {
        const chosen = choices(await paragraphOnPage(page, idOf(paragraph)), links.length);
        links.push(...await page.evaluate(linksToWords, { id: idOf(paragraph), chosen }));
      }
    }
    assert.ok(links.length > 150, `only ${links.length} links`);
    const reader = await page.context().newPage();
    const wrong = [];
    for (const { link, words } of links) {
      // The same page with another fragment would not be loaded again.
      await page.goto('about:blank');
      await page.goto(link);
      const found = await highlighted(page, reader);
      if (found !== words.replace(/\s/g, '')) wrong.push(`${link}\n  for “${words}” has “${found}”`);
    }
    assertNone(wrong);
  }));
});

describe('find in page', () => {
  for (const id of DOCUMENTS) {
    test(`finds every sentence of ${id}`, () => withPage({}, async (page) => {
      await page.goto(`/${id}/full`);
      const sentences = (await paragraphsOf(id)).flatMap(({ text }) => sentencesOf(straight(text)));
      assert.ok(sentences.length > 80, `only ${sentences.length} sentences`);
      assertNone(await page.evaluate((sentences) => sentences.filter((sentence) => {
        getSelection().removeAllRanges();
        return !window.find(sentence, true);
      }), sentences));
    }));
  }
});

describe('selected words', () => {
  test('are those of the source, across every sign', () => withPage({}, async (page) => {
    const wrong = [];
    for (const id of DOCUMENTS) {
      await page.goto(`/${id}/full`);
      for (const paragraph of await paragraphsOf(id)) {
        const selected = await page.locator(`${byId(idOf(paragraph))} > .words`).evaluate((words) => {
          getSelection().selectAllChildren(words);
          return [String(getSelection()), words.innerText, words.textContent];
        });
        for (const text of selected) if (straight(text) !== straight(paragraph.text)) wrong.push(`${paragraph.ref}: ${text}`);
      }
    }
    assertNone(wrong);
  }));

  test('are copied without the letters of notes', () => withPage({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await page.goto('/strategy/full');
    const noted = page.locator('p.words:has(.sign)').first();
    await noted.evaluate((words) => getSelection().selectAllChildren(words));
    await page.keyboard.press('Control+c');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const id = await noted.evaluate((words) => words.parentElement.id);
    const { text } = (await paragraphsOf('strategy')).find((paragraph) => idOf(paragraph) === id);
    assert.equal(straight(copied), straight(text));
  }));
});

describe('links among the words', () => {
  test('that stand side by side have names of their own', () => withPage({}, async (page) => {
    for (const { url } of await sections()) {
      await page.goto(url);
      assertNone(await page.locator('.text a[href]').evaluateAll((links) => {
        const named = links.map((link) => [link.ariaLabel ?? link.textContent.trim(), link.href]);
        const isTwin = ([name, href], nth) => nth > 0 && named[nth - 1][0] === name && named[nth - 1][1] !== href;
        return named.filter(isTwin).map(([name, href]) => `${name}: ${href}`);
      }), url);
    }
  }));

  for (const width of [390, 1280]) {
    test(`the letters of notes are as large as a finger needs, and cover no other link, at ${width} px`, () => withPage({}, async (page) => {
      for (const id of DOCUMENTS) {
        await open(page, `/${id}/full`);
        await resize(page, width, 900);
        assertNone(await page.evaluate(signsInTheWay), id);
      }
    }));
  }
});

// Copies nothing and remembers what was to be copied, at once.
function recordCopying() {
  window.written = [];
  navigator.clipboard.writeText = async (text) => { window.written.push(text); };
}

/** The words of a paragraph, and between which characters of them marks and notes stand. */
function paragraphOnPage(page, id) {
  return page.locator(`${byId(id)} > .words`).evaluate((words) => {
    const range = document.createRange();
    const marks = [...words.querySelectorAll('a, b, em, mark, .quoted')].map((mark) => {
      range.setStart(words, 0);
      range.setEndBefore(mark);
      const from = String(range).length;
      return [from, from + mark.textContent.length];
    });
    return { text: words.textContent, marks };
  });
}

/** What to choose of a paragraph: one run of words, by turns of another kind, and one that crosses a mark. */
function choices({ text, marks }, seed) {
  const random = randomFrom(seed);
  const starts = [...text.matchAll(/\S+/g)].map(({ index }) => index);
  const run = (first, count) => {
    const from = Math.max(0, Math.min(first, starts.length - count));
    return [starts[from], (starts[from + count] ?? text.length + 1) - 1];
  };
  const any = () => Math.floor(random() * starts.length);
  const kinds = [
    () => [0, text.length],
    () => run(0, 3),
    () => run(starts.length, 3),
    () => run(any(), 1),
    () => run(any(), 5),
    () => run(any(), Math.min(30, starts.length)),
  ];
  const chosen = [kinds[seed % kinds.length]()];
  if (marks.length > 0) {
    const [from, to] = marks[Math.floor(random() * marks.length)];
    const first = starts.findLastIndex((start) => start <= from);
    const last = starts.findLastIndex((start) => start <= to);
    // From before the mark into it, or from within it to behind it.
    chosen.push(random() < 0.5 ? run(first - 2, 4) : run(last, 4));
  }
  return chosen;
}

/** Numbers from 0 to 1, the same for a seed. */
function randomFrom(seed) {
  let state = seed + 1;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** The links that the page's script makes to words of a paragraph. */
function linksToWords({ id, chosen }) {
  const words = document.getElementById(id).querySelector(':scope > .words');
  const place = (at) => {
    const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let node = walker.nextNode(); node; before += node.length, node = walker.nextNode()) {
      if (at <= before + node.length) return [node, at - before];
    }
    throw new Error(`${id} has no character ${at}`);
  };
  return chosen.map(([from, to]) => {
    getSelection().setBaseAndExtent(...place(from), ...place(to));
    // The end of a drag, at which the script offers what can be done.
    document.body.click();
    const button = [...document.querySelectorAll('.notice button')].find(({ textContent }) => textContent === 'Copy link to these words');
    button.click();
    return { link: window.written.pop(), words: words.textContent.slice(from, to).trim() };
  });
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const sentencesOf = (text) => [...segmenter.segment(text)].map(({ segment }) => segment.trim());

/** The signs that a finger misses, and the links that one covers. */
function signsInTheWay() {
  const at = (x, y) => document.elementFromPoint(x, y)?.closest('a');
  const wrong = [];
  const isLarge = (link, across) => {
    const { y, height } = link.getBoundingClientRect();
    return across.every((x) => [-11, 11].every((down) => at(x, y + height / 2 + down) === link));
  };
  for (const sign of document.querySelectorAll('.sign')) {
    const back = document.querySelector(`.back[href="#${sign.id}"]`);
    back.scrollIntoView({ block: 'center' });
    const { right } = back.getBoundingClientRect();
    if (!isLarge(back, [right - 1, right - 23])) wrong.push(`the way back to ${sign.id} is small`);
    sign.scrollIntoView({ block: 'center' });
    const { left } = sign.getBoundingClientRect();
    if (!isLarge(sign, [left + 1, left + 23])) wrong.push(`${sign.id} is small`);
    for (const link of sign.closest('.para, .head').querySelectorAll('a:not(.sign)')) {
      for (const { left, right, y, height } of link.getClientRects()) {
        const covering = [left + 2, (left + right) / 2, right - 2].map((x) => at(x, y + height / 2)).find((hit) => hit?.matches('.sign'));
        if (covering) wrong.push(`${covering.id} covers ${link.textContent || link.ariaLabel}`);
      }
    }
  }
  return wrong;
}
