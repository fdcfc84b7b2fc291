// Handouts: made from the form without JavaScript, collected from pages with it, and printed.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HANDOUT, PARAGRAPH, PRINCIPLE } from './kinds.mjs';
import { byId, MAY_COPY, open, overflow } from './page.mjs';
import { print } from './paper.mjs';
import { useSite } from './site.mjs';

const NO_SCRIPT = { javaScriptEnabled: false };
const DESK = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 } };

const SIX = ['strategy/preface', 'strategy/II.2', 'strategy/III.1.p1', 'research/abstract', 'research/2.2.1.p1', 'research/3.1.p2'];

const { withPage } = useSite();

const entries = (page) => page.locator('.entry').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
const wayThere = (page) => page.locator('.bar').getByRole('link', { name: /^Handout \(\d+\)$/ });
const letters = (words) => words.replace(/[^\p{L}\p{N}]/gu, '');

describe('the form', () => {
  test('makes a handout of six ticks without JavaScript', () => withPage(NO_SCRIPT, async (page) => {
    await page.goto('/');
    await page.getByRole('main').getByRole('link', { name: 'Handout' }).click();
    await page.getByRole('textbox', { name: /^Title/ }).fill('Sovereignty & peace');
    for (const ref of SIX) {
      const box = page.locator(`input[value="${ref}"]`);
      const folded = box.locator('xpath=ancestor::details[not(@open)]');
      if (await folded.count() > 0) await folded.locator('summary').click();
      await box.check();
    }
    await page.getByRole('button', { name: 'Make the handout' }).click();
    await page.waitForURL(`**/handout?refs=${SIX.join(',')}&title=Sovereignty+%26+peace`);
    assert.equal(await page.locator('h1').textContent(), 'Sovereignty & peace');
    assert.deepEqual(await entries(page), ['Strategy preface', 'Strategy II.2', 'Strategy III.1.p1', 'Paper abstract', 'Paper 2.2.1.p1', 'Paper 3.1.p2']);
    await page.getByRole('link', { name: 'Remove Paper abstract' }).click();
    assert.equal((await entries(page)).length, 5);
    await page.getByRole('link', { name: 'Add or change' }).click();
    assert.equal(await page.getByRole('textbox', { name: /^Title/ }).inputValue(), 'Sovereignty & peace');
    assert.equal((await page.getByRole('textbox', { name: /^References/ }).inputValue()).split('\n').length, 5);
  }));

  test('keeps its button in sight on a phone', () => withPage(PHONE, async (page) => {
    await open(page, '/handout');
    const { top, bottom } = await page.getByRole('button', { name: 'Make the handout' }).evaluate((button) => button.getBoundingClientRect());
    assert.ok(top > 0 && bottom <= 844, `from ${top} to ${bottom}`);
    assert.ok(await overflow(page) <= 0);
  }));
});

describe('what this device collects', () => {
  const COLLECTED = ['strategy/II.2.p1'];
  const collect = (page, refs = COLLECTED) => page.evaluate((list) => localStorage.setItem('lectern-handout', JSON.stringify(list)), refs);
  const collected = (page) => page.evaluate(() => JSON.parse(localStorage.getItem('lectern-handout')));

  test('stays as it is whatever is done on a sheet from somebody else', () => withPage(DESK, async (page) => {
    await page.goto('/about');
    await collect(page);
    for (const control of ['Remove Paper 1.p1', 'Start again']) {
      await page.goto('/handout?refs=strategy/II.2.p1,research/1.p1&title=Sent');
      await page.getByRole('link', { name: control }).click();
      await page.waitForURL((url) => !url.search.includes('research'));
      assert.deepEqual(await collected(page), COLLECTED, control);
    }
  }));

  test('is what the form sends, as the sheet reads it', () => withPage(DESK, async (page) => {
    await page.goto('/about');
    await collect(page, ['research/1.p1']);
    await page.goto('/handout');
    await page.getByRole('textbox', { name: /^Title/ }).fill('Ours');
    await page.getByRole('textbox', { name: /^Note/ }).fill('Bring a pencil.');
    await page.getByRole('textbox', { name: /^References/ }).fill('II.2\nstrategy/II.3.p1 | research/2.2.1.p1\n');
    await page.getByRole('button', { name: 'Make the handout' }).click();
    await page.waitForURL('**/handout?refs=II.2,strategy/II.3.p1+%7C+research/2.2.1.p1&title=Ours&note=Bring+a+pencil.');
    const refs = ['strategy/II.2', 'strategy/II.3.p1~research/2.2.1.p1'];
    assert.deepEqual(await collected(page), refs);
    assert.equal(await wayThere(page).textContent(), 'Handout (2)');
    await page.getByRole('link', { name: 'Add or change' }).click();
    assert.equal(await page.getByRole('textbox', { name: /^References/ }).inputValue(), 'strategy/II.2\nstrategy/II.3.p1~research/2.2.1.p1');
    await page.locator('input[value="research/1"]').check();
    await page.getByRole('button', { name: 'Make the handout' }).click();
    await page.waitForURL(/\/handout\?refs=.*,research\/1&title=/);
    assert.deepEqual(await collected(page), [...refs, 'research/1'], 'what is ticked comes last');
    await page.getByRole('link', { name: 'Start again' }).click();
    await page.waitForURL('**/handout');
    assert.equal(await wayThere(page).count(), 0);
  }));

  test('is added from pages, opened, removed, and there after a reload', () => withPage(DESK, async (page) => {
    await page.goto(PARAGRAPH);
    assert.equal(await wayThere(page).count(), 0, 'nothing is collected yet');
    for (const [path, count] of [[PARAGRAPH, 1], ['/research/2.2.1.p1', 2], ['/strategy/preface.epigraph', 3]]) {
      await page.goto(path);
      await page.getByRole('button', { name: 'Add to handout' }).click();
      await page.getByRole('button', { name: 'Remove from handout' }).waitFor();
      assert.equal(await wayThere(page).textContent(), `Handout (${count})`);
    }
    await wayThere(page).click();
    await page.waitForURL('**/handout?refs=strategy/II.2.p1,research/2.2.1.p1,strategy/preface.epigraph');
    await page.getByRole('link', { name: 'Remove Paper 2.2.1.p1' }).click();
    await page.waitForURL('**/handout?refs=strategy/II.2.p1,strategy/preface.epigraph');
    await page.reload();
    assert.deepEqual(await entries(page), ['Strategy II.2.p1', 'Strategy preface.epigraph']);
    assert.equal(await wayThere(page).textContent(), 'Handout (2)');
    await page.getByRole('link', { name: 'Start again' }).click();
    await page.waitForURL('**/handout');
    assert.equal(await wayThere(page).count(), 0, 'everything was removed');
  }));

  test('is added from a paragraph and a heading in context, and another tab knows', () => withPage({ ...DESK, ...MAY_COPY }, async (page) => {
    await page.goto(PRINCIPLE);
    const other = await page.context().newPage();
    await other.goto(PARAGRAPH);
    await page.bringToFront();
    for (const [id, count] of [['II.2.p1', 1], ['II.2', 2]]) {
      await page.locator(`${byId(id)} > .ref, ${byId(id)} > .head > .ref`).first().click();
      await page.locator('.notice').getByRole('button', { name: 'Add to handout' }).click();
      await page.locator('.notice').getByRole('link', { name: `Handout (${count})` }).waitFor();
    }
    await other.bringToFront();
    await other.getByRole('button', { name: 'Remove from handout' }).click();
    await wayThere(other).getByText('Handout (1)').waitFor();
    await page.waitForFunction(() => document.querySelector('.to-handout').textContent === 'Handout (1)');
    await wayThere(page).click();
    await page.waitForURL('**/handout?refs=strategy/II.2');
  }));

  test('is the address itself where nothing can be stored', () => withPage(DESK, async (page) => {
    await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get() { throw new Error('no storage'); } }));
    await page.goto(PARAGRAPH);
    await page.getByRole('button', { name: 'Add to handout' }).click();
    await page.waitForURL('**/handout?refs=strategy/II.2.p1');
  }));

  test('needs no script for one paragraph', () => withPage(NO_SCRIPT, async (page) => {
    await page.goto(PARAGRAPH);
    await page.getByRole('link', { name: 'Handout with this paragraph' }).click();
    assert.deepEqual(await entries(page), ['Strategy II.2.p1']);
  }));
});

test('a meeting of the study guide opens as a handout', () => withPage(NO_SCRIPT, async (page) => {
  await page.goto('/study');
  const heading = page.getByRole('heading', { name: 'Third meeting: sovereignty' });
  await heading.locator('xpath=following::a[text()="Handout to print"][1]').click();
  assert.equal(await page.locator('h1').textContent(), 'Third meeting: sovereignty');
  assert.deepEqual(await entries(page), ['Strategy II.2', 'Strategy III.1.p1', 'Paper 2.2.1', 'Paper 3.1']);
}));

test('a pair stands side by side on a desk and on paper, one below the other on a phone', () => withPage(DESK, async (page) => {
  await open(page, HANDOUT);
  const boxes = () => page.locator('.pair > .text').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  const areBeside = ([left, right]) => left.right <= right.left && left.top === right.top;
  assert.ok(areBeside(await boxes()));
  await page.emulateMedia({ media: 'print' });
  assert.ok(areBeside(await boxes()));
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize(PHONE.viewport);
  await page.waitForFunction(() => innerWidth === 390);
  const [first, second] = await boxes();
  assert.ok(first.bottom <= second.top);
}));

for (const format of ['A4', 'Letter']) {
  test(`a handout on ${format} has its words, references and sources, and nothing to click`, () => withPage(DESK, async (page) => {
    const refs = [...SIX, 'strategy/II.9'].join(',');
    await page.emulateMedia({ media: 'print' });
    await open(page, `/handout?refs=${refs}&title=Six+passages&note=Read+these.`);
    const sheets = await print(page, format);
    assert.ok(sheets.length <= 4, `${sheets.length} sheets`);
    const paper = sheets.join(' ');
    for (const ref of ['strategy/II.2', 'strategy/II.2.p3', 'research/3.1.p2']) assert.ok(letters(paper).includes(letters(ref)), ref);
    const words = await page.locator('.words').allTextContents();
    for (const end of words.flatMap((one) => [letters(one).slice(0, 24), letters(one).slice(-24)])) assert.ok(letters(paper).includes(end), end);
    assert.ok(paper.includes('Read these.'));
    assert.equal(letters(paper).split('CooperationonCyberspaceGovernmentstrategy').length, 2, 'the source stands once');
    for (const gone of ['Remove', 'Markdown', 'Start again', 'II.9', 'Menu', 'Report an error']) assert.ok(!paper.includes(gone), gone);
    assert.match(sheets.at(-1), /Sources[\s\S]*This handout[\s\S]*Edition/);
  }));
}
