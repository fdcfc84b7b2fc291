// How a reader cites: from the page, without JavaScript, in a style of choice.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PARAGRAPH, PRINCIPLE } from './kinds.mjs';
import { useSite } from './site.mjs';

const NO_SCRIPT = { javaScriptEnabled: false };
const STYLES = ['Plain footnote', 'Chicago, notes', 'Chicago, author-date', 'APA 7', 'MLA 9', 'GB/T 7714-2015'];
const FOOTNOTE = 'Ministry of Foreign Affairs of the People’s Republic of China, International Strategy of Cooperation on Cyberspace, Government strategy (2017), ch. II, § 2, para. 2.';

const { withPage } = useSite();
const summary = (page) => page.locator('.cite > summary', { hasText: 'Cite' });

describe('the panel "Cite"', () => {
  for (const path of ['/strategy', '/strategy/full', '/strategy/II.2.p2', '/strategy/preface.epigraph', '/concordance/links/m17']) {
    test(`of ${path} has six styles and three files`, () => withPage(NO_SCRIPT, async (page) => {
      await page.goto(path);
      assert.equal(await page.locator('.styles').isVisible(), false, 'it is closed at first');
      await summary(page).click();
      assert.deepEqual(await page.locator('.styles dt').allTextContents(), STYLES);
      assert.deepEqual(await page.locator('.files a').allTextContents(), ['BibTeX', 'RIS', 'CSL-JSON']);
    }));
  }

  test('gives a whole footnote in two clicks', () => withPage(NO_SCRIPT, async (page) => {
    await page.goto('/strategy/II.2.p2');
    await summary(page).click();
    await page.locator('[data-style="chicago-notes-bibliography"] dd').first().click();
    assert.equal(await page.evaluate(() => String(getSelection()).trim()), FOOTNOTE);
  }));

  test('of a section has the footnote, and leads to all styles', () => withPage(NO_SCRIPT, async (page) => {
    await page.goto(PRINCIPLE);
    await summary(page).click();
    assert.match(await page.locator('.footnote').innerText(), /\(2017\), ch\. II, § 2\.$/);
    await page.getByRole('link', { name: 'Other styles and files' }).click();
    await page.waitForURL(`**${PRINCIPLE}/cite`);
    assert.deepEqual(await page.locator('.styles dt').allTextContents(), STYLES);
  }));

  test('keeps to the style that its reader chose', () => withPage({}, async (page) => {
    const shown = () => page.locator('.styles > div:visible dt').allTextContents();
    await page.goto('/strategy/II.2.p2');
    await summary(page).click();
    await page.getByLabel('Style').selectOption('MLA 9');
    assert.deepEqual(await shown(), ['MLA 9']);
    await page.goto('/concordance/links/m17');
    await summary(page).click();
    assert.deepEqual(await shown(), ['MLA 9']);
    await page.getByLabel('Style').selectOption('All styles');
    assert.deepEqual(await shown(), STYLES);
  }));

  test('copies a citation without its label', () => withPage({}, async (page) => {
    await page.context().grantPermissions(['clipboard-read']);
    await page.goto('/strategy/II.2.p2');
    await summary(page).click();
    const inText = page.locator('[data-style="modern-language-association"] dd').last();
    await inText.getByRole('button', { name: 'Copy' }).click();
    await inText.getByRole('button', { name: 'Copied' }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, '(Ministry of Foreign Affairs of the People’s Republic of China, ch. II, § 2, para. 2)');
  }));

  test('copies a citation as words with italics, and with its address where it has none', () => withPage({}, async (page) => {
    await page.context().grantPermissions(['clipboard-read']);
    const copied = async (type) => page.evaluate(async (type) => (await (await navigator.clipboard.read())[0].getType(type)).text(), type);
    await page.goto('/strategy/II.2.p2');
    const address = page.url();
    await summary(page).click();
    const notes = page.locator('[data-style="chicago-notes-bibliography"] dd');
    await notes.first().getByRole('button', { name: 'Copy' }).click();
    await notes.first().getByRole('button', { name: 'Copied' }).waitFor();
    assert.equal(await copied('text/plain'), `${FOOTNOTE} ${address}`);
    const html = await copied('text/html');
    assert.ok(html.includes(`<i>International Strategy of Cooperation on Cyberspace</i>, Government strategy (2017)`), html);
    assert.doesNotMatch(html, /style|class|<button|<span/);
    await page.goto('/research/2.2.1.p1');
    await summary(page).click();
    const entry = notes.nth(1);
    await entry.getByRole('button', { name: 'Copy' }).click();
    await entry.getByRole('button', { name: 'Copied' }).waitFor();
    assert.match(await copied('text/plain'), /^Fang, .*https:\/\/doi\.org\/\S+$/, 'one address is enough');
  }));

  for (const [how, options] of Object.entries({ 'with a script': {}, 'without one': NO_SCRIPT })) {
    test(`leads to citations with the day of access, ${how}`, () => withPage(options, async (page) => {
      await page.goto('/strategy/II.2.p2');
      await summary(page).click();
      await page.getByLabel('Day of access').fill('2026-11-28');
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await page.waitForURL('**/cite?of=strategy%2FII.2.p2&accessed=2026-11-28');
      assert.match(await page.locator('.styles').innerText(), /accessed 28 November 2026/);
      assert.match(await page.locator('.files a').first().getAttribute('href'), /\.bib\?accessed=2026-11-28$/);
      await page.getByRole('button', { name: 'Change' }).waitFor();
    }));
  }

  test('offers today, which no page says', () => withPage({}, async (page) => {
    await page.clock.setFixedTime(new Date(2031, 1, 3, 12));
    await page.goto('/strategy/II.2.p2');
    await summary(page).click();
    assert.equal(await page.getByLabel('Day of access').inputValue(), '2031-02-03');
  }));

  test('is not printed', () => withPage(NO_SCRIPT, async (page) => {
    await page.goto(PARAGRAPH);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.cite').isVisible(), false);
  }));

  test('leads to files that are downloaded', () => withPage({}, async (page) => {
    await page.goto('/strategy/II.2.p2');
    await summary(page).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'RIS' }).click()]);
    assert.equal(download.suggestedFilename(), 'II.2.p2.ris');
  }));
});
