// What readers come to do, as they do it: from home, by what the page shows and calls things.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { copied, MAY_COPY, overflow, tabTo } from './page.mjs';
import { print } from './paper.mjs';
import { useSite } from './site.mjs';

const { withPage } = useSite();

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

// Ways to act: each is the browser's options, and how a reader takes a link or button.
const POINTER = ['by pointer', {}, (target) => target.click()];
const NO_SCRIPT = ['without JavaScript', { javaScriptEnabled: false }, (target) => target.click()];
const KEYS = ['by keyboard alone', {}, async (target) => {
  const page = target.page();
  const before = page.url();
  await tabTo(target);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.href !== before);
}];
const FINGER = ['on a phone', PHONE, (target) => target.tap()];

/** Declares a task: a test for each way, which `run` does from home and `take` takes links and buttons by. */
function task(name, ways, run) {
  describe(name, () => {
    for (const [way, options, take] of ways) {
      test(way, () => withPage({ ...MAY_COPY, ...options }, async (page) => {
        await page.goto('/');
        await run(page, take);
      }));
    }
  });
}

const link = (within, name) => within.getByRole('link', { name, exact: typeof name === 'string' });
const inHeader = (page, name) => link(page.getByRole('navigation', { name: 'Site' }), name);
const region = (page, name) => page.getByRole('region', { name });
const title = (page, name) => page.getByRole('heading', { level: 1, name });

/** Types into the search box and sends it. */
async function searchFor(page, words) {
  await page.getByRole('search').getByLabel('Search').fill(words);
  await page.keyboard.press('Enter');
}

/** From home to the strategy's principle of sovereignty. */
async function findSovereignty(page, take) {
  await take(inHeader(page, 'Principles'));
  await take(link(region(page, /^Strategy/), '2. The Principle of Sovereignty'));
  await title(page, '2. The Principle of Sovereignty').waitFor();
}

task('1: the principle of sovereignty in both texts, side by side', [POINTER, NO_SCRIPT, KEYS], async (page, take) => {
  await findSovereignty(page, take);
  await take(link(page, 'Compare with 2.2.1'));
  await title(page, 'Sovereignty: Strategy II.2 and Paper 2.2.1').waitFor();
  const openings = [/^As a basic norm in contemporary/, /^The principles of sovereign equality that/];
  const [left, right] = await Promise.all(openings.map((words) => page.getByText(words).boundingBox()));
  assert.ok(left.x + left.width <= right.x, 'the paper stands right of the strategy');
  assert.ok(left.y < right.y + right.height && right.y < left.y + left.height, 'and at the same height');
});

task('2: send someone the link to its second paragraph', [POINTER, NO_SCRIPT], async (page, take) => {
  await findSovereignty(page, take);
  await take(link(page, 'strategy/II.2.p2'));
  const copies = page.getByText('Link to strategy/II.2.p2 copied');
  const arrives = title(page, 'Strategy II.2.p2');
  await copies.or(arrives).filter({ visible: true }).first().waitFor();
  const sent = await arrives.isVisible() ? page.url() : await copied(page);
  await withPage({}, async (theirs) => {
    await theirs.goto(sent);
    await title(theirs, 'Strategy II.2.p2').waitFor();
    assert.ok(await isInView(theirs.getByText(/^Upholding sovereignty in cyberspace/)));
  });
});

task('3: what each text says on privacy', [POINTER, NO_SCRIPT], async (page, take) => {
  await searchFor(page, 'privacy');
  await title(page, 'Results for “privacy”').waitFor();
  const passages = page.getByRole('main').getByRole('listitem').filter({ has: link(page, /^[\dIV.]+p\d+$/) }).filter({ hasText: 'privacy' });
  for (const [text, counted] of [['Strategy', /infringement of individual privacy|individual privacy/], ['Paper', /the infringement of privacy/]]) {
    await take(link(page.getByRole('list', { name: 'Text' }), new RegExp(`^${text} \\d+$`)));
    await page.getByRole('list', { name: 'Text' }).locator('[aria-current]', { hasText: text }).waitFor();
    await passages.filter({ hasText: counted }).first().waitFor();
  }
  await take(link(page, '3.3.p3'));
  await title(page, '3.3 Build a secure and trusted cyberspace').waitFor();
  assert.ok(await isInView(page.getByText(/^Cooperate in developing|the infringement of privacy/)));
});

task('4: every passage that concerns the military', [POINTER], async (page, take) => {
  await searchFor(page, 'military');
  await take(link(page.getByRole('complementary', { name: 'Beside the texts' }), 'military'));
  await title(page, 'military').waitFor();
  const marked = async (text) => [...new Set(await region(page, text).getByRole('mark').allTextContents())].sort();
  assert.deepEqual(await marked(/^Strategy 3 times/), ['armed forces', 'military', 'national defense']);
  assert.deepEqual(await marked(/^Paper once/), ['military']);
});

task('5: quote a sentence with its reference, ready for a footnote', [POINTER], async (page, take) => {
  await findSovereignty(page, take);
  const sentence = 'This will foster a healthy environment for the advancement of information technology and international exchange and cooperation.';
  await drag(page, sentence);
  await take(page.getByRole('button', { name: 'Copy with citation' }));
  await page.getByText('Copied with citation').filter({ visible: true }).first().waitFor();
  assert.equal(await copied(page), [
    `“${sentence}”`,
    `Ministry of Foreign Affairs of the People’s Republic of China, International Strategy of Cooperation on Cyberspace, Government strategy (2017), ch. II, § 2, para. 2. ${new URL('/strategy/II.2.p2', page.url())}`,
  ].join('\n'));
});

task('6: print II.2', [POINTER], async (page) => {
  await searchFor(page, 'II.2');
  await title(page, '2. The Principle of Sovereignty').waitFor();
  const paper = oneLine(await print(page, 'A4'));
  for (const words of ['The Principle of Sovereignty', 'strategy/II.2.p1', 'As a basic norm', 'service supply chain.', '/strategy/principles/sovereignty']) {
    assert.ok(paper.includes(words), `${words} is not in ${paper}`);
  }
});

task('7: print a comparison', [POINTER], async (page, take) => {
  await take(link(page, 'The two closest principles'));
  await title(page, 'Sovereignty: Strategy II.2 and Paper 2.2.1').waitFor();
  const paper = oneLine(await print(page, 'A4'));
  for (const words of ['strategy/II.2.p3', 'research/2.2.1.p1', 'As a basic norm', 'The principles of sovereign equality', '/compare/strategy-II.2/research-2.2.1']) {
    assert.ok(paper.includes(words), `${words} is not in ${paper}`);
  }
});

task('8: compare 3.9 with IV.5', [POINTER, NO_SCRIPT, KEYS], async (page, take) => {
  await take(inHeader(page, 'Compare'));
  await title(page, 'Compare two sections').waitFor();
  for (const [side, reference] of [['Left section', '3.9'], ['Right section', 'IV.5']]) {
    const field = page.getByLabel(side);
    await tabTo(field);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(reference);
  }
  await page.keyboard.press('Enter');
  await title(page, /Paper 3\.9 and Strategy IV\.5$/).waitFor();
  const sides = page.getByRole('heading', { level: 2 });
  assert.match(await sides.first().innerText(), /^3\.9 Cooperatively deal with cyber crime/);
  assert.match(await sides.nth(1).innerText(), /^5\. International Cooperation on Cyber Terrorism/);
});

task('9: read the whole strategy', [FINGER], async (page, take) => {
  await take(link(page, 'Full text of the strategy'));
  for (const name of ['Preface', /^Chapter I\. /, /^Chapter IV\. /, '2. The Principle of Sovereignty', '9. Exchange of Cyber Cultures', 'Conclusion']) {
    const heading = page.getByRole('main').getByRole('heading', { name }).first();
    await heading.scrollIntoViewIfNeeded();
    assert.ok(await overflow(page) <= 0, `wider than the phone at ${name}`);
  }
  await page.getByText('Contents', { exact: true }).filter({ visible: true }).tap();
  await take(link(page.getByRole('navigation', { name: 'Contents' }), '2 The Principle of Sovereignty'));
  assert.ok(await isInView(page.getByRole('heading', { name: '2. The Principle of Sovereignty' })));
  await take(link(page.getByRole('navigation', { name: 'End of the strategy' }), 'Read the paper'));
  await title(page, /^Research on the International Strategy/).waitFor();
});

task('10: what the United Nations are called on to do', [POINTER, NO_SCRIPT], async (page, take) => {
  await searchFor(page, 'United Nations');
  await take(link(page.getByRole('complementary', { name: 'Beside the texts' }), 'The United Nations'));
  await title(page, /Actors|is to do/).waitFor();
  const asked = region(page, 'The United Nations');
  assert.ok(await isInView(asked.getByRole('heading', { name: 'The United Nations' })));
  for (const words of ['should play a leading role in coordinating positions', 'should play a key role in formulating international rules']) {
    await asked.getByRole('listitem').filter({ hasText: words }).waitFor();
  }
});

task('11: dark at night', [POINTER], async (page, take) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const day = await ground();
  await take(page.getByText('Display', { exact: true }));
  await page.getByLabel('Dark').check();
  const night = await ground();
  assert.ok(lightness(day) > 0.9 && lightness(night) < 0.15, `${day} by day, ${night} by night`);
  await findSovereignty(page, take);
  assert.equal(await ground(), night);
});

task('12: come back and read on', [FINGER], async (page, take) => {
  await take(link(page, 'Full text of the strategy'));
  await page.getByText('Contents', { exact: true }).filter({ visible: true }).tap();
  await take(link(page.getByRole('navigation', { name: 'Contents' }), /^5 International Cooperation on Cyber Terrorism/));
  // The bar at the top says where one is.
  await page.getByText(/^IV\.5 International Cooperation/).filter({ visible: true }).first().waitFor();
  const later = await page.context().newPage();
  await page.close();
  await later.goto('/');
  const goOn = later.getByText(/^Continue at IV\.5 International Cooperation .* in the strategy$/);
  await take(link(goOn, /IV\.5/));
  assert.ok(await isInView(later.getByRole('heading', { name: /^5\. International Cooperation on Cyber Terrorism/ })));
});

task('13: find a term by its Chinese word', [POINTER, NO_SCRIPT], async (page, take) => {
  await searchFor(page, '主权');
  await take(link(page.getByRole('complementary', { name: 'Beside the texts' }), 'sovereignty'));
  await title(page, 'sovereignty').waitFor();
  assert.equal(await page.getByRole('definition').first().innerText(), '主权');
});

task('14: follow a term through both texts', [POINTER, NO_SCRIPT], async (page, take) => {
  await take(inHeader(page, 'Terms'));
  for (const [text, passage, place] of [[/^Strategy \d+ times/, 'II.2.p1', 'Strategy II.2.p1'], [/^Paper \d+ times/, '2.1.p1', 'Paper 2.1.p1']]) {
    await take(link(page.getByRole('main'), 'sovereignty').first());
    await title(page, 'sovereignty').waitFor();
    await take(link(region(page, text), passage));
    await title(page, place).waitFor();
    assert.match(await page.getByRole('main').innerText(), /sovereignty/);
  }
});

task('15: understand the concordance from its page alone', [POINTER, NO_SCRIPT], async (page, take) => {
  await take(inHeader(page, 'Concordance'));
  await title(page, 'Concordance').waitFor();
  const said = oneLine(await page.getByRole('main').getByRole('paragraph').allInnerTexts());
  const words = [/\bA match sets two passages\b/, /says the same/, /narrower/, /broader/, /carries it out/, /differs/, /close, clear or loose/, /found the matches by reading/];
  for (const word of words) assert.match(said, word);

  // Every number leads to as many matches, and the numbers add up.
  const table = page.getByRole('table', { name: 'Matches by relation and strength' });
  const rows = await table.getByRole('row').all();
  const numbers = await Promise.all(rows.slice(1).map((row) => row.getByRole('cell').allInnerTexts()));
  const [all] = numbers.splice(-1);
  const sum = (column) => numbers.reduce((total, row) => total + Number(row[column]), 0);
  assert.deepEqual(all.map(Number), all.map((_, column) => sum(column)));
  const differences = link(table, /^\d+ matches: Differs$/);
  const counted = await differences.innerText();
  await take(differences);
  await title(page, 'Differences').waitFor();
  await page.getByText(new RegExp(`^${counted} matches in which`)).waitFor();
});

const oneLine = (texts) => texts.join(' ').replace(/\s+/g, ' ');

/** Whether what a reader came for is on the screen, once it is there. */
async function isInView(locator) {
  await locator.first().waitFor();
  return locator.first().evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top < innerHeight && bottom > 0;
  });
}

/** How light a colour is, from 0 to 1, by its brightest part. */
const lightness = (colour) => Math.max(...colour.match(/[\d.]+/g).slice(-3).map(Number));

/** Selects words with the pointer. */
async function drag(page, words) {
  const [start, end] = await page.getByText(words).evaluate((paragraph, words) => {
    paragraph.scrollIntoView({ block: 'center' });
    const text = paragraph.firstChild;
    const at = text.data.indexOf(words);
    return [[at, at + 1], [at + words.length - 1, at + words.length]].map(([from, to], last) => {
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, to);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { x: last ? right - 0.5 : left + 0.5, y: (top + bottom) / 2 };
    });
  }, words);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
}
