// Reading long: the contents follow, the bar of a phone, coming back to the place, the end that leads on.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { axeViolations } from './axe.mjs';
import { byId, open, watchForErrors } from './page.mjs';
import { startServer } from './server.mjs';
import { useSite } from './site.mjs';

const FULL = '/strategy/full';
const CHAPTER = '/strategy/chapters/basic-principles';
const SECTION = '/strategy/principles/sovereignty';

const PHONE = { viewport: { width: 390, height: 844 } };
const DESK = { viewport: { width: 1280, height: 500 } };

const MOST_BAR = 44;

const site = useSite();
const { withPage } = site;

const bar = (page) => page.locator('.reading-bar');
const summary = (page) => page.locator('.rail summary');
const list = (page) => page.locator('.rail details > ol');
const line = (page) => page.locator('#site-continue');
const box = (locator) => locator.evaluate((element) => element.getBoundingClientRect().toJSON());

describe('the contents', () => {
  for (const [path, id] of [[FULL, 'IV.8'], [CHAPTER, 'II.3']]) {
    test(`of ${path} follow the reader and scroll themselves, not the page`, () => withPage(DESK, async (page) => {
      const errors = await watchForErrors(page, site.origin);
      await open(page, path);
      assert.equal(await page.locator('.rail [aria-current="location"]').count(), 0);
      await scrollTo(page, `${id}.p1`);
      const place = await page.evaluate(() => scrollY);
      const entry = await currentEntry(page, id);
      const [inner, outer] = [await box(entry), await box(page.locator('.rail'))];
      assert.ok(inner.top >= outer.top && inner.bottom <= outer.bottom, `the entry is at ${inner.top} of ${outer.top} to ${outer.bottom}`);
      assert.equal(await page.evaluate(() => scrollY), place);
      await page.evaluate(() => scrollTo(0, 0));
      await page.locator('.rail [aria-current="location"]').waitFor({ state: 'detached' });
      assertNone(await errors());
    }));
  }

  test('name the section that they led to, also where it cannot reach the top', () => withPage({ viewport: { width: 1280, height: 2000 } }, async (page) => {
    await open(page, FULL);
    for (const id of ['IV', 'IV.9', 'conclusion', 'IV.9', 'II.1']) {
      await page.locator(`.rail a[href="#${id}"]`).click();
      await currentEntry(page, id);
    }
  }));

  test('say on the page of a section which one it is', () => withPage(DESK, async (page) => {
    await open(page, SECTION);
    assert.equal(await page.locator('.rail [aria-current="page"]').getAttribute('href'), SECTION);
    assert.equal(await bar(page).count(), 0);
  }));
});

describe('the bar of a phone', () => {
  for (const path of [FULL, CHAPTER]) {
    test(`stays above ${path}, slim, and says where the reader is`, () => withPage(PHONE, async (page) => {
      await open(page, path);
      await scrollTo(page, 'II.2.p1');
      await page.locator('.reading-place', { hasText: 'II.2 The Principle of Sovereignty' }).waitFor();
      const { top, height, width } = await box(bar(page));
      assert.deepEqual([top, width], [0, 390]);
      assert.ok(height <= MOST_BAR, `${height} px`);
      const read = await page.locator('.reading-progress').evaluate((progress) => progress.value);
      assert.ok(read > 0.05 && read < 0.95, `${read}`);
      assert.equal(await bar(page).getByRole('link', { name: 'Search' }).getAttribute('href'), '/search');
    }));
  }

  for (const colorScheme of ['light', 'dark']) {
    test(`opens the contents over the text, in ${colorScheme} colours, and closes them on choosing`, () => withPage({ ...PHONE, colorScheme, bypassCSP: true, hasTouch: true }, async (page) => {
      await open(page, FULL);
      await scrollTo(page, 'IV.2.p1');
      const place = await page.evaluate(() => scrollY);
      await summary(page).tap();
      const [inner, outer] = [await box(await currentEntry(page, 'IV.2')), await box(list(page))];
      assert.ok(inner.top >= outer.top && inner.bottom <= outer.bottom && outer.bottom < 844);
      assert.equal(await page.evaluate(() => scrollY), place);
      // What a menu lies over may be half covered, and then it is no target.
      assertNone((await axeViolations(page)).filter((violation) => !violation.startsWith('target-size')));

      await page.locator('.rail a[href="#III.2"]').tap();
      await page.waitForURL(`${site.origin}${FULL}#III.2`);
      assert.equal(await list(page).isVisible(), false);
      const heading = await box(page.locator(byId('III.2')));
      const { bottom } = await box(bar(page));
      assert.ok(heading.top >= bottom && heading.top < bottom + 30, `the heading is at ${heading.top}, the bar ends at ${bottom}`);
    }));
  }

  test('closes the contents by Escape and by a press elsewhere, and keeps the place', () => withPage(PHONE, async (page) => {
    await open(page, FULL);
    await scrollTo(page, 'IV.2.p1');
    const place = await page.evaluate(() => scrollY);
    await summary(page).focus();
    await page.keyboard.press('Enter');
    assert.ok(await list(page).isVisible());
    await page.keyboard.press('Escape');
    assert.equal(await list(page).isVisible(), false);
    assert.ok(await summary(page).evaluate((element) => element === document.activeElement));
    await page.keyboard.press('Enter');
    await page.mouse.click(200, 800);
    assert.equal(await list(page).isVisible(), false);
    assert.equal(await page.evaluate(() => scrollY), place);
  }));

  test('hides nothing that the keyboard reaches', () => withPage(PHONE, async (page) => {
    await open(page, FULL);
    await scrollTo(page, 'II.1.p1');
    await page.locator(`${byId('II.1.p1')} .ref`).focus();
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Shift+Tab');
      const top = await page.evaluate(() => document.activeElement.getBoundingClientRect().top);
      assert.ok(top >= (await box(bar(page))).bottom, `${await page.evaluate(() => document.activeElement.outerHTML)} is at ${top}`);
    }
  }));

  test('has the title, the contents and search without JavaScript', () => withPage({ ...PHONE, javaScriptEnabled: false }, async (page) => {
    await page.goto(FULL);
    await page.mouse.wheel(0, 3000);
    await page.waitForFunction(() => scrollY > 1000);
    assert.equal((await box(bar(page))).top, 0);
    assert.equal(await page.locator('.reading-place').textContent(), 'International Strategy of Cooperation on Cyberspace');
    assert.equal(await page.locator('.reading-progress').isVisible(), false);
    await summary(page).click();
    await page.locator('.rail a[href="#III.2"]').click();
    await page.waitForURL(`${site.origin}${FULL}#III.2`);
    const [heading, contents] = [await box(page.locator(byId('III.2'))), await box(list(page))];
    assert.ok(heading.top >= contents.bottom && heading.top < 844, `the heading is at ${heading.top}, the contents end at ${contents.bottom}`);
  }));

  test('is no part of a desk', () => withPage(DESK, async (page) => {
    await open(page, FULL);
    for (const part of ['.reading-place', '.reading-search', '.reading-progress']) {
      assert.equal(await page.locator(part).isVisible(), false, part);
    }
  }));

  for (const width of [320, 390]) {
    test(`fits ${width} px with text of twice the size`, () => withPage({ viewport: { width, height: 640 } }, async (page) => {
      await open(page, FULL);
      await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
      await scrollTo(page, 'II.2.p1');
      const edges = await Promise.all(['summary', '.reading-place', '.reading-search'].map((part) => box(page.locator(`.rail ${part}`))));
      for (const { left, right } of edges) assert.ok(left >= 0 && right <= width && right >= left, `${left} to ${right}`);
    }));
  }
});

describe('a reader who comes back', () => {
  test('reads on where the whole text was left', () => withPage(PHONE, async (page) => {
    await open(page, '/');
    assert.equal(await line(page).isVisible(), false);
    await open(page, FULL);
    await scrollTo(page, 'IV.5.p2');
    await remembers(page, 'IV.5.p2');

    await open(page, '/');
    assert.equal(await line(page).textContent(), 'Continue at IV.5 International Cooperation on Cyber Terrorism and Cyber Crimes in the strategy');
    await open(page, '/research');
    assert.equal(await line(page).isVisible(), false);
    await open(page, '/strategy');
    assert.equal(await line(page).textContent(), 'Continue at IV.5 International Cooperation on Cyber Terrorism and Cyber Crimes');
    await line(page).getByRole('link').click();
    await page.waitForURL(`${site.origin}${FULL}#IV.5.p2`);
    assert.ok((await box(page.locator(byId('IV.5.p2')))).top < 200);
  }));

  test('is led to the newest text at home, and to the own place of each', () => withPage(PHONE, async (page) => {
    await open(page, SECTION);
    await remembers(page, SECTION);
    await open(page, '/research/full');
    await scrollTo(page, '2.2.1.p1');
    await remembers(page, '2.2.1.p1');
    const places = [['/', '/research/full#2.2.1.p1'], ['/research', '/research/full#2.2.1.p1'], ['/strategy', SECTION]];
    for (const [path, place] of places) {
      await open(page, path);
      assert.equal(await line(page).getByRole('link').getAttribute('href'), place, path);
    }
  }));

  test('is offered nothing after the end', () => withPage(PHONE, async (page) => {
    await open(page, FULL);
    await scrollTo(page, 'IV.5.p2');
    await remembers(page, 'IV.5.p2');
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.waitForFunction(() => localStorage.getItem('lectern-reading') === '[]');
    await scrollTo(page, 'IV.9.p1');
    await currentEntry(page, 'IV.9');
    await open(page, '/strategy');
    assert.equal(await line(page).isVisible(), false);
  }));

  test('is led nowhere but into this site', () => withPage(PHONE, async (page) => {
    await open(page, '/');
    for (const path of ['//evil.example/', 'https://evil.example/', 'javascript:alert(1)']) {
      await page.evaluate((path) => localStorage.setItem('lectern-reading', JSON.stringify([{ text: 'strategy', name: 'x', label: 'x', path }])), path);
      await page.reload();
      assert.equal(await line(page).isVisible(), false, path);
    }
  }));

  test('finds the place also where the site stands below a path', async () => {
    const server = await startServer('--base-url', 'https://example.org/texts');
    try {
      await withPage({ ...PHONE, baseURL: server.origin }, async (page) => {
        await open(page, `/texts${SECTION}`);
        await remembers(page, `/texts${SECTION}`);
        await open(page, '/texts/');
        assert.equal(await line(page).getByRole('link').getAttribute('href'), `/texts${SECTION}`);
        await page.evaluate(() => localStorage.setItem('lectern-reading', localStorage.getItem('lectern-reading').replace('/texts/', '/others/')));
        await page.reload();
        assert.equal(await line(page).isVisible(), false);
      });
    } finally {
      await server.stop();
    }
  });

  for (const [name, spoil] of [
    ['may not be used', () => Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } })],
    ['holds something else', () => localStorage.setItem('lectern-reading', '{"a": 1}')],
  ]) {
    test(`misses nothing else where the storage ${name}`, () => withPage(DESK, async (page) => {
      const errors = await watchForErrors(page, site.origin);
      await page.addInitScript(spoil);
      await open(page, '/strategy');
      assert.equal(await line(page).isVisible(), false);
      await open(page, FULL);
      await scrollTo(page, 'IV.5.p1');
      await currentEntry(page, 'IV.5');
      assertNone(await errors());
    }));
  }
});

test('the end of a text leads to the other, to comparisons and to the concordance', () => withPage(PHONE, async (page) => {
  await open(page, FULL);
  const end = page.getByRole('navigation', { name: 'End of the strategy' });
  const links = await end.getByRole('link').evaluateAll((links) => links.map((link) => [link.textContent, link.getAttribute('href')]));
  assert.deepEqual(links, [
    ['Read the paper', '/research/full'],
    ['Compare the principles', '/principles'],
    ['See how the texts match', '/concordance'],
    ['About the strategy', '/strategy'],
  ]);
}));

test('forced colours keep the progress and the current entry', () => withPage({ ...PHONE, forcedColors: 'active' }, async (page) => {
  await open(page, FULL);
  await scrollTo(page, 'II.2.p1');
  await summary(page).click();
  const border = (entry) => entry.evaluate((link) => getComputedStyle(link).borderLeftColor);
  const other = page.locator('.rail a[href="#II.3"]');
  assert.notEqual(await border(await currentEntry(page, 'II.2')), await border(other));
  assert.equal(await page.locator('.reading-progress').evaluate((progress) => getComputedStyle(progress).forcedColorAdjust), 'none');
}));

/** Brings a paragraph to the top of the window, as a reader who scrolls. */
function scrollTo(page, id) {
  return page.evaluate((id) => {
    scrollBy(0, document.getElementById(id).getBoundingClientRect().top - 70);
  }, id);
}

/** The entry of this section, once it is the current one. */
async function currentEntry(page, id) {
  const entry = page.locator(`.rail a[href="#${id}"][aria-current="location"]`);
  await entry.waitFor({ state: 'attached' });
  assert.equal(await page.locator('.rail [aria-current="location"]').count(), 1);
  return entry;
}

/** Waits until the device remembers a place that ends like this, as the newest. */
function remembers(page, ending) {
  return page.waitForFunction((ending) => JSON.parse(localStorage.getItem('lectern-reading'))?.[0]?.path.endsWith(ending), ending);
}
