// The search box with its suggestions, by keys and by pointer, and what the search finds.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { axeViolations } from './axe.mjs';
import { PRINCIPLE } from './kinds.mjs';
import { byId, open, overflow, watchForErrors } from './page.mjs';
import { useSite } from './site.mjs';

const SUGGEST = '**/search/suggest?*';
const PHONE = { viewport: { width: 390, height: 844 } };

// How long the script waits after a key, and while one composes or before it speaks, in milliseconds.
const PAUSE = 120;
const LONG_PAUSE = 700;

const site = useSite();
const { withPage } = site;

const box = (page) => page.getByRole('combobox', { name: 'Search' });
const list = (page) => page.getByRole('listbox', { name: 'Suggestions' });
const options = (page) => list(page).getByRole('option');
const address = (path) => site.origin + path;

/** Goes to the box by its key and writes, all at once so that there is one answer, and awaits it. */
async function suggest(page, text) {
  await page.keyboard.press('/');
  await page.keyboard.insertText(text);
  await list(page).waitFor();
}

/** Opens a page whose clock stands still until it is moved. */
async function openWithClock(page, path) {
  await page.clock.install({ time: 0 });
  await page.addInitScript(recordAsking);
  await page.goto(path);
  await page.clock.pauseAt(3_600_000);
}

/** The number of the active option, as a screen reader is told of it; -1 without one. */
function active(page) {
  return box(page).evaluate((box) => {
    const options = [...document.querySelectorAll('[role="option"]')];
    const selected = options.filter(({ ariaSelected }) => ariaSelected === 'true').map(({ id }) => id);
    const named = box.getAttribute('aria-activedescendant');
    if (selected.join() !== (named ?? '')) throw new Error(`${selected} selected, ${named} named`);
    return options.findIndex(({ id }) => id === named);
  });
}

async function assertClosed(page) {
  await list(page).waitFor({ state: 'hidden' });
  assert.equal(await box(page).getAttribute('aria-expanded'), 'false');
  assert.equal(await active(page), -1);
}

/** The texts that suggestions were asked for, on a page opened with the clock. */
const asked = (page) => page.evaluate(() => window.asked);

// Remembers them at once, however late the requests themselves go out.
function recordAsking() {
  window.asked = [];
  const { fetch } = window;
  window.fetch = (address, options) => {
    const url = new URL(address, location);
    if (url.pathname === '/search/suggest') window.asked.push(url.searchParams.get('q'));
    return fetch(address, options);
  };
}

const isFocused = (page) => box(page).evaluate((element) => element === document.activeElement);

describe('suggestions by keyboard', () => {
  test('are chosen with the arrows and followed with Enter', () => withPage({}, async (page) => {
    const errors = await watchForErrors(page, site.origin);
    await page.goto('/about');
    await suggest(page, 'sover');
    const attributes = await box(page).evaluate((box) => ['aria-expanded', 'aria-autocomplete', 'aria-controls'].map((name) => box.getAttribute(name)));
    assert.deepEqual(attributes, ['true', 'list', await list(page).getAttribute('id')]);
    const count = await options(page).count();
    assert.ok(count > 2, `only ${count}`);
    assert.equal(await active(page), -1, 'nothing is chosen for the reader');

    await page.keyboard.press('ArrowDown');
    assert.equal(await active(page), 0);
    await page.keyboard.press('ArrowUp');
    assert.equal(await active(page), count - 1);
    await page.keyboard.press('ArrowDown');
    assert.equal(await active(page), 0);
    await page.keyboard.press('ArrowDown');
    assert.equal(await active(page), 1);
    assert.ok(await isFocused(page));
    assert.equal(await box(page).inputValue(), 'sover');

    const chosen = page.getByRole('option', { name: '2. The Principle of Sovereignty strategy/II.2' });
    for (let presses = 0; presses < count && !await chosen.evaluate(({ ariaSelected }) => ariaSelected === 'true'); presses += 1) {
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(address(PRINCIPLE));
    assertNone(await errors());
  }));

  test('leave Home, End and the arrows along the line to the text', () => withPage({}, async (page) => {
    await page.goto('/');
    await suggest(page, 'sover');
    const caret = () => box(page).evaluate(({ selectionStart }) => selectionStart);
    for (const [key, place] of [['Home', 0], ['ArrowRight', 1], ['End', 5], ['ArrowLeft', 4]]) {
      await page.keyboard.press('ArrowDown');
      assert.equal(await active(page), 0);
      await page.keyboard.press(key);
      assert.equal(await active(page), -1, key);
      assert.equal(await caret(), place, key);
    }
  }));

  test('close with Escape, which then clears the box and only then is the page’s', () => withPage({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await page.goto(PRINCIPLE);
    await page.locator(`${byId('II.2.p1')} > .ref`).click();
    const notice = page.locator('.notice');
    await notice.waitFor();
    await suggest(page, 'sover');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await assertClosed(page);
    assert.equal(await box(page).inputValue(), 'sover');
    await page.keyboard.press('Escape');
    assert.equal(await box(page).inputValue(), '');
    assert.ok(await notice.isVisible());
    await page.keyboard.press('Escape');
    await notice.waitFor({ state: 'detached' });
  }));

  test('open with the arrows, at the first or the last', () => withPage({}, async (page) => {
    await page.goto('/');
    await suggest(page, 'sover');
    for (const [key, option] of [['ArrowDown', 'first'], ['ArrowUp', 'last']]) {
      await page.keyboard.press('Escape');
      await assertClosed(page);
      await page.keyboard.press(key);
      await list(page).waitFor();
      assert.equal(await active(page), option === 'first' ? 0 : await options(page).count() - 1);
    }
  }));

  test('close when Tab goes on', () => withPage({}, async (page) => {
    await page.goto('/');
    await suggest(page, 'sover');
    await page.keyboard.press('Tab');
    await assertClosed(page);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Search');
  }));

  test('do not hinder Enter without a choice: the words are sent', () => withPage({}, async (page) => {
    await page.goto('/');
    await suggest(page, 'sover');
    await page.keyboard.press('Enter');
    await page.waitForURL(address('/search?q=sover'));
    assert.equal(await box(page).inputValue(), 'sover');
    await assertClosed(page);
  }));

  test('a reference and Enter lead straight to the place', () => withPage({}, async (page) => {
    await page.goto('/');
    await page.keyboard.press('/');
    await page.keyboard.type('II.2');
    await page.keyboard.press('Enter');
    await page.waitForURL(address(PRINCIPLE));
    assert.equal(await page.locator('h1').textContent(), '2. The Principle of Sovereignty');
  }));
});

describe('suggestions', () => {
  test('are asked for once typing rests', () => withPage({}, async (page) => {
    await openWithClock(page, '/');
    await box(page).focus();
    for (const letter of 'sov') {
      await page.keyboard.type(letter);
      await page.clock.runFor(PAUSE - 1);
    }
    assert.deepEqual(await asked(page), []);
    await page.clock.runFor(1);
    await list(page).waitFor();
    assert.deepEqual(await asked(page), ['sov']);
  }));

  test('for an older text are dropped, even if they come last', () => withPage({}, async (page) => {
    await page.goto('/');
    let release;
    const released = new Promise((resolve) => { release = resolve; });
    await page.route(SUGGEST, async (route) => {
      const late = new URL(route.request().url()).searchParams.get('q') === 'int';
      if (late) await released;
      const kind = late ? 'old' : 'new';
      // The browser may have given up this one.
      await route.fulfill({ json: { suggestions: [{ kind: 'heading', label: kind, detail: kind, url: '/' }] } }).catch(() => {});
    });
    await box(page).focus();
    const first = page.waitForRequest(SUGGEST);
    await page.keyboard.insertText('int');
    const givenUp = page.waitForEvent('requestfailed', async (request) => request === await first);
    await first;
    await page.keyboard.insertText('ernet');
    await givenUp;
    release();
    await options(page).getByText('new').first().waitFor();
    assert.deepEqual(await options(page).locator('span').allTextContents(), ['new']);
  }));

  test('that the reader has begun to choose from are not replaced', () => withPage({}, async (page) => {
    await openWithClock(page, '/');
    await box(page).focus();
    await page.keyboard.type('sov');
    await page.clock.runFor(PAUSE);
    await list(page).waitFor();
    await page.keyboard.type('e');
    await page.keyboard.press('ArrowDown');
    await page.clock.runFor(10 * PAUSE);
    assert.deepEqual(await asked(page), ['sov']);
    assert.equal(await active(page), 0);
  }));

  test('are not asked for without a text, and close when it goes', () => withPage({}, async (page) => {
    await openWithClock(page, '/');
    await box(page).focus();
    await page.keyboard.type('   ');
    await page.keyboard.press('ArrowDown');
    await page.clock.runFor(10 * PAUSE);
    assert.deepEqual(await asked(page), []);
    await page.keyboard.type('sov');
    await page.clock.runFor(PAUSE);
    await list(page).waitFor();
    await box(page).fill('');
    await assertClosed(page);
    await page.clock.runFor(10 * PAUSE);
    assert.deepEqual(await asked(page), ['sov']);
  }));

  test('wait until a character is composed', () => withPage({}, async (page) => {
    await openWithClock(page, '/');
    await box(page).focus();
    const input = await page.context().newCDPSession(page);
    await input.send('Input.imeSetComposition', { text: 'wang', selectionStart: 4, selectionEnd: 4 });
    await page.clock.runFor(LONG_PAUSE - 1);
    assert.equal(await box(page).inputValue(), 'wang');
    assert.deepEqual(await asked(page), []);
    await input.send('Input.insertText', { text: '网络主权' });
    await page.clock.runFor(PAUSE);
    await page.getByRole('option', { name: /cyberspace sovereignty/ }).waitFor();
    assert.deepEqual(await asked(page), ['网络主权']);
  }));

  test('come for a word that a phone composes', () => withPage({}, async (page) => {
    await openWithClock(page, '/');
    await box(page).focus();
    const input = await page.context().newCDPSession(page);
    await input.send('Input.imeSetComposition', { text: 'sover', selectionStart: 5, selectionEnd: 5 });
    await page.clock.runFor(LONG_PAUSE);
    await list(page).waitFor();
    assert.equal(await box(page).inputValue(), 'sover');
  }));

  test('that fail say nothing, and the box still searches', () => withPage({}, async (page) => {
    await page.goto('/');
    const exceptions = [];
    page.on('pageerror', ({ message }) => exceptions.push(message));
    await suggest(page, 'sover');
    for (const answer of [{ status: 503, body: 'busy' }, { json: {} }, null]) {
      await page.route(SUGGEST, (route) => (answer ? route.fulfill(answer) : route.abort()), { times: 1 });
      await page.keyboard.type('e');
      await assertClosed(page);
      await page.keyboard.press('Backspace');
      await list(page).waitFor();
    }
    assertNone(exceptions);
    await page.keyboard.press('Enter');
    await page.waitForURL(address('/search?q=sover'));
  }));

  test('are counted aloud once they rest', () => withPage({}, async (page) => {
    await openWithClock(page, '/');
    await box(page).focus();
    const status = page.getByRole('status').and(page.locator('.search *'));
    for (const [text, message] of [['II.2', '1 suggestion'], ['principle 2', '2 suggestions'], ['snowden', 'No suggestions']]) {
      await box(page).fill('');
      await page.keyboard.type(text);
      await page.clock.runFor(PAUSE);
      await page.waitForFunction((count) => document.querySelectorAll('[role="option"]').length === count, Number.parseInt(message, 10) || 0);
      assert.equal(await status.textContent(), '');
      await page.clock.runFor(LONG_PAUSE);
      assert.equal(await status.textContent(), message);
    }
    await page.keyboard.press('Escape');
    assert.equal(await status.textContent(), '');
  }));

  test('show what fits the text', () => withPage({}, async (page) => {
    await page.goto('/');
    await suggest(page, 'Safeguarding (.*[ sov');
    assert.deepEqual(await options(page).locator('b').allTextContents(), ['Safeguarding', 'Sov']);
  }));

  test('are followed by a press on them, and go by one elsewhere', () => withPage(PHONE, async (page) => {
    await page.goto('/');
    await suggest(page, 'II.2');
    await page.locator('h1').click();
    await assertClosed(page);
    await box(page).click();
    await page.keyboard.press('ArrowDown');
    await options(page).click();
    await page.waitForURL(address(PRINCIPLE));
  }));

  for (const colorScheme of ['light', 'dark']) {
    for (const contrast of ['no-preference', 'more']) {
      test(`are accessible in ${colorScheme} colours, contrast: ${contrast}`, () => withPage({ colorScheme, contrast, bypassCSP: true }, async (page) => {
        for (const path of ['/', PRINCIPLE]) {
          await page.goto(path);
          await suggest(page, 'sover');
          await page.keyboard.press('ArrowDown');
          assertNone(await axeViolations(page));
        }
      }));
    }
  }

  for (const [width, least] of [[320, 40], [390, 40], [700, 24], [1280, 24]]) {
    test(`lie within a window of ${width} pixels, over everything else, each ${least} pixels high or more`, () => withPage({ viewport: { width, height: 900 } }, async (page) => {
      for (const path of ['/', PRINCIPLE, '/compare']) {
        await open(page, path);
        await suggest(page, 'digital');
        for (const option of await options(page).all()) {
          const { left, right, height, onTop } = await option.evaluate((element) => {
            const { left, right, top, height, width } = element.getBoundingClientRect();
            const hit = document.elementFromPoint(left + width / 2, top + height / 2);
            return { left, right, height, onTop: element.contains(hit) };
          });
          assert.ok(left >= 0 && right <= width && height >= least && onTop, `${left} to ${right}, ${height} high, on top: ${onTop}`);
        }
        const over = await overflow(page);
        assert.ok(over <= 0, `${over} px too wide`);
      }
    }));
  }

  test('show the active one in forced colours', () => withPage({ forcedColors: 'active' }, async (page) => {
    await page.goto('/');
    await suggest(page, 'sover');
    await page.keyboard.press('ArrowDown');
    const outlines = await options(page).evaluateAll((options) => options.slice(0, 2).map((option) => getComputedStyle(option).outlineStyle));
    assert.deepEqual(outlines, ['solid', 'none']);
  }));

  test('are not needed: without JavaScript the form searches', () => withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto('/');
    const field = page.getByRole('searchbox', { name: 'Search' });
    assert.equal(await page.locator('[role="listbox"]').count(), 0);
    await field.fill('root servers');
    await field.press('Enter');
    await page.waitForURL(address('/search?q=root+servers'));
    assert.ok(await page.locator('.results > li').count() > 0);
  }));
});

describe('results', () => {
  const results = (page) => page.locator('.results > li');
  // `4 passages in 3 sections`
  const sections = async (page) => Number(/(\d+) sections?$/.exec(await page.locator('.found-total').textContent())[1]);

  test('have their hits marked', () => withPage({}, async (page) => {
    await page.goto('/search?q="zero-sum game"');
    const marked = await page.locator('.result-words').evaluateAll((all) => all.map((words) => words.querySelectorAll('mark').length));
    assert.ok(marked.length >= 2 && marked.every((count) => count > 0), marked.join());
  }));

  test('lead to the paragraph, which is targeted and in view', () => withPage({ viewport: { width: 1280, height: 500 } }, async (page) => {
    await page.goto('/search?q=supply+chain');
    const link = results(page).first().locator('.result-words .ref');
    const href = await link.getAttribute('href');
    const id = /^[^#]+#([^:]+):~:text=.+$/.exec(href)[1];
    await link.click();
    await page.waitForURL((url) => url.pathname === href.slice(0, href.indexOf('#')));
    // The words to highlight are for the browser alone.
    assert.equal(await page.evaluate(() => location.hash), `#${id}`);
    // Where a browser finds the words, its target is what holds them in the paragraph.
    await page.waitForFunction((id) => {
      const element = document.getElementById(id);
      const { top, bottom } = element.getBoundingClientRect();
      return element.contains(document.querySelector(':target')) && top < innerHeight && bottom > 0;
    }, id);
  }));

  test('of a range are its paragraphs, highlighted from the first word to the last', () => withPage({}, async (page) => {
    // What is highlighted is in no document: a picture tells it from the same place without.
    const colours = async (path) => {
      await open(page, path);
      const words = page.locator(byId('II.2.p2')).locator('.words');
      await words.scrollIntoViewIfNeeded();
      return words.screenshot();
    };
    const plain = await colours(PRINCIPLE);
    for (const path of ['/strategy/II.2.p2-p3', '/search?q=Strategy II.2, paragraphs 2–3.']) {
      const highlighted = await colours(path);
      assert.equal(await page.evaluate(() => location.pathname + location.hash), `${PRINCIPLE}#II.2.p2`);
      assert.ok(!highlighted.equals(plain), `${path}: nothing is highlighted`);
    }
  }));

  test('are all passages of a section, those beyond the best folded', () => withPage({}, async (page) => {
    await page.goto('/search?q=international');
    const more = page.locator('.result-more').first();
    const count = Number.parseInt(await more.locator('summary').textContent(), 10);
    assert.equal(await more.locator('li').count(), count);
    assert.equal(await more.locator('li').first().isVisible(), false);
    await more.locator('summary').click();
    assert.equal(await more.locator('li').first().isVisible(), true);
  }));

  test('are narrowed by document and kind', () => withPage({}, async (page) => {
    await page.goto('/search?q=sovereignty');
    const narrow = page.getByRole('navigation', { name: 'Narrow the results' });
    for (const name of ['Text', 'Kind']) {
      const all = await sections(page);
      const choice = narrow.getByRole('list', { name }).getByRole('link').and(page.locator(':not([aria-current])')).first();
      const count = Number(await choice.locator('small').textContent());
      await choice.click();
      await page.waitForURL(name === 'Text' ? /doc(:|%3A)/ : /kind(:|%3A)/);
      assert.equal(await sections(page), count);
      assert.ok(count > 0 && count < all, `${count} of ${all}`);
    }
  }));

  test('are paged', () => withPage({}, async (page) => {
    await page.goto('/search?q=cyberspace');
    const titles = () => page.locator('.results h3').allTextContents();
    const first = await titles();
    await page.getByRole('link', { name: 'Next' }).click();
    await page.waitForURL(/[?&]page=2\b/);
    assert.equal(await page.locator('.paging [aria-current="page"]').textContent(), '2');
    assert.equal(await page.locator('.results').getAttribute('start'), String(first.length + 1));
    assert.notDeepEqual(await titles(), first);
    await page.getByRole('link', { name: 'Previous' }).click();
    await page.waitForURL((url) => !/page=2/.test(url.search));
    assert.deepEqual(await titles(), first);
  }));

  test('that do not exist have help instead', () => withPage({}, async (page) => {
    await page.goto('/search?q=Snowden');
    await page.getByRole('heading', { name: 'No results for “Snowden”' }).waitFor();
    assert.equal(await results(page).count(), 0);
    assert.ok(await page.getByRole('link', { name: 'All terms', exact: true }).isVisible());
    assert.ok(await page.locator('.search-help dl').isVisible());
  }));

  test('never scroll sideways, whatever was asked', () => withPage({ viewport: { width: 320, height: 800 } }, async (page) => {
    for (const query of ['privacy', '"zero-sum game"', 'x'.repeat(490), 'x'.repeat(600), 'cyberspace&page=2', 'principle:2 doc:strategy kind:principle']) {
      await open(page, `/search?q=${query}`);
      const over = await overflow(page);
      assert.ok(over <= 0, `${over} px too wide for ${query}`);
    }
  }));
});
