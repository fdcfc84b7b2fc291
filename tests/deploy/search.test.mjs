// An export with an index of Pagefind's is searched in the browser, whatever serves it.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { axeViolations, withAxe } from '../browser/axe.mjs';
import { startBrowser } from '../browser/browser.mjs';
import { HANGING } from '../browser/hanging.mjs';
import { open, overflow, watchForErrors } from '../browser/page.mjs';
import { exported, startNginx } from './copies.mjs';

const PAGEFIND = `--pagefind=${path.join(import.meta.dirname, 'node_modules/.bin/pagefind')}`;
const SMALL = path.join(import.meta.dirname, '../sites/scholarly');

let browser;
let copy;
let server;

before(async () => {
  copy = exported('--uncompressed', PAGEFIND);
  server = await startNginx(copy);
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  copy?.remove();
});

/** Gives `use` a page of a site at this origin, on which nothing may go wrong. */
async function withPage(origin, use, options = {}) {
  const context = await browser.newContext({ baseURL: origin, ...options });
  context.setDefaultTimeout(HANGING);
  try {
    const page = await context.newPage();
    const errors = await watchForErrors(page, origin);
    await use(page);
    assert.deepEqual(await errors(), []);
  } finally {
    await context.close();
  }
}

const searched = (use, options) => withPage(server.origin, use, options);

/** Searches with the box of the page and waits for what is found. */
async function search(page, query) {
  await page.getByRole('combobox', { name: 'Search' }).fill(query);
  await page.getByRole('combobox', { name: 'Search' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: /^(No r|R)esults for / }).waitFor();
}

const sections = (page) => page.locator('.results h3').allTextContents();
const said = async (page) => {
  await page.locator('.results, #found > .said').first().waitFor();
  return page.locator('#found-status').textContent();
};
const places = (page) => page.locator('#found .near li').allInnerTexts();

test('words are found in their sections, and lead to their paragraphs', () => searched(async (page) => {
  await open(page, '/strategy');
  await search(page, 'cyberspace sovereignty');
  const found = await sections(page);
  assert.equal(await said(page), `${found.length} sections`);
  assert.ok(found.length > 2, found.join('\n'));
  assert.ok((await page.title()).startsWith('Results for “cyberspace sovereignty” · '));
  const line = page.locator('.result-words li').first();
  assert.match(await line.locator('mark').first().textContent(), /^(cyberspace|sovereignty)$/i);
  const id = await line.getByRole('link').textContent();
  await line.getByRole('link').click();
  await page.waitForURL((url) => url.hash === `#${id}`);
  const paragraph = page.locator(`[id="${id}"]`);
  assert.match(await paragraph.innerText(), /cyberspace|sovereignty/i);
  assert.ok(await paragraph.evaluate((one) => one.matches(':target')));
}));

test('a phrase is found as it stands', () => searched(async (page) => {
  await page.goto('/search?q=zero-sum+game');
  await page.locator('.results').waitFor();
  const loose = (await sections(page)).length;
  await search(page, '"zero-sum game"');
  const found = await sections(page);
  assert.ok(found.length > 0 && found.length <= loose, `${found.length} of ${loose}`);
  for (const one of await page.locator('.results > li').all()) assert.match(await one.innerText(), /zero-sum game/);
  await search(page, '“game zero-sum”');
  assert.deepEqual(await sections(page), []);
  assert.equal(await page.locator('#found-status').textContent(), 'The texts do not have “game zero-sum”.');
}));

test('what is called by its name is offered first', () => searched(async (page) => {
  for (const [query, label, path] of [
    ['II.2', /^2\. The Principle of Sovereignty Strategy II\.2$/, '/strategy/principles/sovereignty'],
    ['Strategy II.2.p1', /Strategy II\.2\.p1$/, '/strategy/II.2.p1'],
    ['strategy/ii.2', /Strategy II\.2$/, '/strategy/principles/sovereignty'],
    ['Fang task 5', / 3\.5$/, '/research/tasks/'],
    ['网络主权', /Term$/, '/terms/'],
  ]) {
    await page.goto('/');
    await search(page, query);
    const [first] = await places(page);
    assert.match(first, label, query);
    await page.locator('#found .near a').first().click();
    await page.waitForURL((url) => url.pathname.startsWith(path));
    assert.equal(await page.getByText('There is no page at this address.').count(), 0, query);
  }
}));

test('results are narrowed and paged by addresses', () => searched(async (page) => {
  await page.goto('/search?q=cyberspace');
  const narrow = page.getByRole('navigation', { name: 'Narrow the results' });
  const choice = narrow.getByRole('list', { name: 'Text' }).getByRole('link').nth(1);
  const count = await choice.locator('small').textContent();
  const all = await said(page);
  await choice.click();
  await page.waitForURL(/doc%3A/);
  await narrow.waitFor();
  assert.equal(await said(page), `${count} sections`);
  assert.notEqual(await said(page), all);
  await page.getByRole('link', { name: 'Next' }).click();
  await page.waitForURL(/page=2/);
  await page.locator('.results').waitFor();
  assert.equal(await page.locator('.results').getAttribute('start'), '11');
}));

test('where nothing is found, the page says so and helps', () => searched(async (page) => {
  await page.goto('/search?q=Snowden');
  await page.getByRole('heading', { name: 'No results for “Snowden”' }).waitFor();
  assert.ok(await page.locator('.search-help dl').isVisible());
  assert.deepEqual(await sections(page), []);
  // Pagefind takes words that are a beginning for it, such as “a”.
  await search(page, 'alert');
  assert.equal(await page.locator('#found-status').textContent(), 'The texts do not have “alert”.');
  await search(page, 'Snowden sovereignty');
  await page.getByText('The texts do not have “Snowden”.').waitFor();
  assert.ok((await sections(page)).length > 0);
}));

test('the box suggests places and terms without a server', () => searched(async (page) => {
  const asked = new Set();
  page.on('request', (request) => /suggest|names/.test(request.url()) && asked.add(new URL(request.url()).pathname));
  await page.goto('/strategy');
  const box = page.getByRole('combobox', { name: 'Search' });
  const options = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
  await box.fill('sover');
  await options.first().waitFor();
  assert.ok((await options.allInnerTexts()).some((text) => /sovereignty/i.test(text)));
  await box.fill('II.2');
  await options.filter({ hasText: 'strategy/II.2' }).first().waitFor();
  assert.deepEqual([...asked], ['/search/suggest', '/search/names.js', '/search/names.json']);
}));

test('text of a query and of a site is text', () => searched(async (page) => {
  const query = '<img src=x onerror=alert(1)> & </mark> Snowden';
  await page.goto(`/search?q=${encodeURIComponent(query)}`);
  await page.getByRole('heading', { level: 1, name: `esults for “${query}”` }).waitFor();
  assert.equal(await page.locator('main img').count(), 0);
}));

test('the page of results is sound for those who do not see it, and fits a phone', () => searched(async (page) => {
  await withAxe(page);
  for (const query of ['sovereignty', 'II.2', 'Snowden']) {
    await page.goto('/');
    await search(page, query);
    assert.deepEqual(await axeViolations(page), []);
    assert.ok(await overflow(page) <= 0, query);
  }
}, { viewport: { width: 390, height: 844 } }));

test('on paper are the results, without the ways that lead on', () => searched(async (page) => {
  await page.goto('/search?q=root+servers');
  await page.getByRole('heading', { name: 'Go to' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.getByText('Go to', { exact: true }).isHidden());
  assert.ok(await page.locator('.results').isVisible());
}));

test('without scripts the page leads to the texts', async () => {
  const page = await browser.newPage({ baseURL: server.origin, javaScriptEnabled: false });
  await page.goto('/search?q=sovereignty');
  const without = page.locator('noscript');
  assert.match(await without.innerText(), /^Search in this copy of the site needs JavaScript\./);
  assert.ok(await page.locator('.search-help').isHidden());
  await without.locator('[href="/terms"]').click();
  await page.waitForURL(/\/terms$/);
  await page.close();
});

test('a copy below a path is searched there', async () => {
  const below = exported('--content', SMALL, '--base-url', 'https://example.org/texts/', PAGEFIND);
  const small = await startNginx(below);
  try {
    await withPage(small.origin, async (page) => {
      await page.goto('/texts/');
      await search(page, 'dusk');
      assert.deepEqual(await sections(page), ['2.1 Lamps']);
      assert.ok((await page.locator('.result-place a').first().getAttribute('href')).startsWith('/texts/house/rules/'));
      await page.locator('.result-words a').first().click();
      await page.waitForURL(/\/texts\/house\/deeds\/lamps#2\.1\.p1$/);
      await search(page, '安静');
      assert.deepEqual(await places(page), ['quiet Term']);
      await page.getByRole('combobox', { name: 'Search' }).fill('lam');
      await page.getByRole('option').first().click();
      await page.waitForURL(/\/texts\/house\/deeds\/lamps$/);
    });
    assert.equal(small.said(), '');
  } finally {
    await small.stop();
    below.remove();
  }
});
