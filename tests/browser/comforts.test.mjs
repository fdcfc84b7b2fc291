// The header's choices, copying, selecting and keys: what makes reading comfortable.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { assertNone } from './assert-none.mjs';
import { axeViolations } from './axe.mjs';
import { attributeValues, fetchResource } from './crawl.mjs';
import { PRINCIPLE } from './kinds.mjs';
import { byId, copied, MAY_COPY, open, tabTo, watchForErrors } from './page.mjs';
import { useSite } from './site.mjs';

const COMPARISON = '/compare/strategy-II.2/research-2.2.1';
const MOST_SCRIPT = 8 * 1024;
const LIGHT = 'color(srgb 0.984314 0.980392 0.964706)';
const DARK = 'color(srgb 0.0901961 0.0901961 0.101961)';
const BLACK = 'color(srgb 0 0 0)';

const CREDIT = 'Ministry of Foreign Affairs of the People’s Republic of China, International Strategy of Cooperation on Cyberspace, Government strategy (2017)';

const site = useSite();
const { withPage } = site;

const refOf = (page, id) => page.locator(`${byId(id)} > .ref`);
/** The address of a part, as its reference has it. */
const addressOf = (page, id) => refOf(page, id).evaluate(({ href }) => href);
const notice = (page) => page.locator('.notice');
const ground = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

describe('a click on a reference', () => {
  test('copies the link and says so', () => withPage(MAY_COPY, async (page) => {
    const errors = await watchForErrors(page, site.origin);
    await page.goto(PRINCIPLE);
    await refOf(page, 'II.2.p3').click();
    await notice(page).getByText('Link to strategy/II.2.p3 copied').waitFor();
    assert.equal(await page.locator('output').textContent(), 'Link to strategy/II.2.p3 copied');
    assert.equal(await copied(page), await addressOf(page, 'II.2.p3'));
    await page.keyboard.press('Escape');
    await notice(page).waitFor({ state: 'detached' });
    assertNone(await errors());
  }));

  test('stays where a reader reads, and offers the way to where it leads', () => withPage(MAY_COPY, async (page) => {
    await page.goto(PRINCIPLE);
    await refOf(page, 'II.2.p3').evaluate((ref) => { ref.href = '/strategy/II.2.p3'; });
    await refOf(page, 'II.2.p3').click();
    const way = notice(page).getByRole('link', { name: 'Go there' });
    await way.waitFor();
    assert.equal(new URL(page.url()).pathname, PRINCIPLE);
    assert.equal(await copied(page), `${site.origin}/strategy/II.2.p3`);
    assert.equal(await way.evaluate(({ href }) => href), `${site.origin}/strategy/II.2.p3`);
  }));

  test('offers the words with their citation', () => withPage(MAY_COPY, async (page) => {
    await page.goto(PRINCIPLE);
    await refOf(page, 'II.2.p2').click();
    await page.getByRole('button', { name: 'Copy with citation' }).click();
    await notice(page).getByText('Copied with citation').waitFor();
    assert.equal(await copied(page), [
      '“Upholding sovereignty in cyberspace not only reflects governments’ responsibility and right to administer cyberspace in accordance with law, but also enables countries to build platforms for sound interactions among governments, businesses and social groups. This will foster a healthy environment for the advancement of information technology and international exchange and cooperation.”',
      `${CREDIT}, ch. II, § 2, para. 2. ${await addressOf(page, 'II.2.p2')}`,
    ].join('\n'));
  }));

  test('copies the link where there is no clipboard API', () => withPage(MAY_COPY, async (page) => {
    await page.addInitScript(hideClipboard);
    await page.goto(PRINCIPLE);
    await refOf(page, 'II.2.p1').click();
    await notice(page).getByText('Link to strategy/II.2.p1 copied').waitFor();
    assert.equal(await copied(page), await addressOf(page, 'II.2.p1'));
  }));

  test('shows the link, selected, where nothing can be copied', () => withPage({}, async (page) => {
    await page.addInitScript(hideClipboard);
    await page.addInitScript(() => { document.execCommand = () => false; });
    await page.goto(PRINCIPLE);
    await refOf(page, 'II.2.p1').click();
    const field = notice(page).getByLabel('To copy');
    await field.waitFor();
    assert.equal(await field.inputValue(), await addressOf(page, 'II.2.p1'));
    assert.deepEqual(
      await field.evaluate(({ readOnly, selectionStart, selectionEnd, value }) => [readOnly, selectionStart, selectionEnd - value.length]),
      [true, 0, 0],
    );
    await page.getByRole('button', { name: 'Copy with citation' }).click();
    await page.waitForFunction(() => document.querySelector('.notice input')?.value.startsWith('“'));
  }));

  test('with a modifier is left to the browser', () => withPage({}, async (page) => {
    await page.addInitScript(recordCopying);
    await page.goto(PRINCIPLE);
    const opened = page.context().waitForEvent('page');
    await refOf(page, 'II.2.p1').click({ modifiers: ['Control'] });
    await (await opened).waitForURL(await addressOf(page, 'II.2.p1'));
    // Copying would begin with the click; the notice would come some time later.
    assert.deepEqual(await page.evaluate(() => window.written), []);
  }));

  test('cites each side of a comparison as its own', () => withPage(MAY_COPY, async (page) => {
    await page.goto(COMPARISON);
    await refOf(page, 'research-2.2.1.p1').click();
    await page.getByRole('button', { name: 'Copy with citation' }).click();
    await notice(page).getByText('Copied with citation').waitFor();
    const [words, source] = (await copied(page)).split('\n');
    assert.match(words, /^“The principles of sovereign equality that .+”$/);
    assert.equal(
      source,
      `Binxing Fang et al., “Research on the International Strategy for National Cyberspace Security,” Strategic Study of CAE 18, no. 6 (2016): § 2.2.1, para. 1, https://doi.org/10.15302/J-SSCAE-2016.06.003. ${await addressOf(page, 'research-2.2.1.p1')}`,
    );
  }));
});

describe('selected words', () => {
  const cases = [
    ['that are few', 'includes cyberspace. Countries should', 'relations%2C%20which%20also-,includes%20cyberspace.%20Countries%20should,-respect%20each%20other%E2%80%99s'],
    ['with a comma', 'cyber hegemony, interfere', 'No%20country%20should%20pursue-,cyber%20hegemony%2C%20interfere,-in%20other%20countries%E2%80%99%20internal'],
    ['with hyphens', 'covers all aspects of state-to-state', 'the%20UN%20Charter-,covers%20all%20aspects%20of%20state%2Dto%2Dstate,-relations%2C%20which%20also'],
    ['cut inside words', 'ncludes cyberspace. Countr', 'state%2Dto%2Dstate%20relations%2C%20which%20also-,includes%20cyberspace.%20Countries,-should%20respect%20each%20other%E2%80%99s'],
    ['cut at an apostrophe', 'ther', 'cyberspace.%20Countries%20should%20respect%20each-,other%E2%80%99s,-right%20to%20choose%20their%20own'],
    ['at the beginning', 'As a basic norm', 'As%20a%20basic%20norm,-in%20contemporary%20international%20relations%2C%20the%20principle'],
    ['that stand alone', 'Countries should respect each other’s right to choose their own path', 'Countries%20should%20respect%20each%20other%E2%80%99s%20right%20to%20choose%20their%20own%20path'],
    [
      'too many to name',
      'Countries should respect each other’s right to choose their own path of cyber development, model of cyber regulation and Internet public policies',
      'Countries%20should%20respect%20each%20other%E2%80%99s%20right%20to%20choose%20their%20own,cyber%20development%2C%20model%20of%20cyber%20regulation%20and%20Internet%20public%20policies',
    ],
  ];
  for (const [name, words, directive] of cases) {
    test(`${name} have a link`, () => withPage(MAY_COPY, async (page) => {
      await page.goto(PRINCIPLE);
      await select(page, ['II.2.p1', words]);
      await page.getByRole('button', { name: 'Copy link to these words' }).click();
      await notice(page).getByText('Link to these words copied').waitFor();
      const [address, text] = (await copied(page)).split(':~:text=');
      assert.equal(address.replace(/#$/, ''), await addressOf(page, 'II.2.p1'));
      assert.equal(text, directive);
    }));
  }

  test('of a heading have the link of its section, since contents repeat them', () => withPage(MAY_COPY, async (page) => {
    await page.goto(PRINCIPLE);
    await page.locator('h1').evaluate((heading) => getSelection().selectAllChildren(heading));
    await page.getByRole('button', { name: 'Copy link', exact: true }).click();
    await notice(page).getByText('Link to strategy/II.2 copied').waitFor();
    assert.equal(await copied(page), await page.locator('.head > .ref').first().evaluate(({ href }) => href));
  }));

  test('of several paragraphs are cited with both ends', () => withPage(MAY_COPY, async (page) => {
    await page.goto(PRINCIPLE);
    await select(page, ['II.2.p1', 'tional security.'], ['II.2.p3', 'National govern']);
    await page.getByRole('button', { name: 'Copy with citation' }).click();
    await notice(page).getByText('Copied with citation').waitFor();
    const text = await copied(page);
    assert.match(text, /^“national security\.\n\nUpholding sovereignty .+ cooperation\.\n\nNational governments”\n/);
    assert.ok(text.endsWith(`, ch. II, § 2, paras. 1–3. ${await addressOf(page, 'II.2.p1')}`), text);
  }));

  test('have buttons that the keyboard reaches and Escape hides', () => withPage(MAY_COPY, async (page) => {
    await page.goto(PRINCIPLE);
    await select(page, ['II.2.p3', 'supply chain']);
    const button = page.getByRole('button', { name: 'Copy link to these words' });
    await button.waitFor();
    await tabTo(page.locator('.notice button'));
    await page.keyboard.press('Enter');
    await notice(page).getByText('Link to these words copied').waitFor();
    await page.keyboard.press('Escape');
    await notice(page).waitFor({ state: 'detached' });
  }));

  test('in what is not the text have none', () => withPage({}, async (page) => {
    await page.clock.install();
    await page.goto('/about');
    await page.evaluate(() => new Promise((resolve) => {
      document.addEventListener('selectionchange', resolve, { once: true });
      getSelection().selectAllChildren(document.querySelector('main p'));
    }));
    // The script waits until the selection has settled; this clock does not.
    await page.clock.runFor(1000);
    assert.equal(await notice(page).count(), 0);
  }));
});

describe('display', () => {
  test('a theme is remembered, before the first paint', () => withPage({ colorScheme: 'light' }, async (page) => {
    await page.goto('/');
    assert.equal(await ground(page), LIGHT);
    await choose(page, 'Dark');
    assert.equal(await ground(page), DARK);

    // Nothing is painted before there is a body. The style sheet may come later, and holds up the paint
    // itself, so what counts is what the root says by then; the deferred script may not help.
    await page.route('**/static/lectern.*.js', (route) => route.abort());
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        window.themeAtFirst = document.documentElement.dataset.theme;
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(PRINCIPLE);
    assert.equal(await page.evaluate(() => window.themeAtFirst), 'dark');
    assert.equal(await ground(page), DARK);
    await page.unroute('**/static/lectern.*.js');

    await page.reload();
    await choose(page, 'System');
    assert.equal(await ground(page), LIGHT);
    await page.reload();
    assert.equal(await ground(page), LIGHT);
  }));

  test('choices show in their controls on every page, also when one goes back', () => withPage({}, async (page) => {
    await page.goto('/');
    await page.goto(PRINCIPLE);
    await choose(page, 'More contrast');
    await page.getByLabel('Text only').check();
    await page.goBack();
    await page.locator('.display summary').click();
    for (const label of ['More contrast', 'Text only']) assert.ok(await page.getByLabel(label).isChecked(), label);
  }));

  test('works for the page without JavaScript', () => withPage({ javaScriptEnabled: false, colorScheme: 'light' }, async (page) => {
    await page.goto(PRINCIPLE);
    await choose(page, 'Dark');
    assert.equal(await ground(page), DARK);
    await page.getByLabel('Text only').check();
    await assertTextOnly(page);
    assert.equal(await page.getByText('key goes to the search box').isVisible(), false);
  }));

  test('text only leaves the text, its references and the ways through it', () => withPage({}, async (page) => {
    await page.goto(PRINCIPLE);
    assert.ok(await page.locator('.matched').first().isVisible());
    await choose(page, 'Text only');
    await assertTextOnly(page);
    await page.locator('.turn .next').click();
    await page.waitForURL('**/strategy/principles/shared-governance');
    await assertTextOnly(page);
  }));

  test('text only shows a note that a link leads to, and the sign that it leads back to', () => withPage({}, async (page) => {
    await open(page, PRINCIPLE);
    await choose(page, 'Text only');
    for (const id of ['II.3.p2.note-a', 'II.3.p2.sign-a']) {
      await page.goto(`/strategy/full#${id}`);
      await page.locator(byId(id)).waitFor();
      const { top, bottom } = await page.locator(byId(id)).evaluate((element) => element.getBoundingClientRect().toJSON());
      assert.ok(top >= 0 && bottom <= 720, `${id} is at ${top}`);
      assert.equal(await page.locator('.notes p, .sign').filter({ visible: true }).count(), 1);
    }
  }));

  for (const colorScheme of ['light', 'dark']) {
    for (const path of [PRINCIPLE, COMPARISON, '/', '/terms']) {
      test(`more contrast makes ${path} 7 to 1 in ${colorScheme} colours`, () => withPage({ colorScheme, contrast: 'more', bypassCSP: true }, async (page) => {
        await page.goto(path);
        assertNone(await axeViolations(page, ['color-contrast-enhanced']));
      }));
    }
  }

  test('more contrast can be asked for on any system', () => withPage({ colorScheme: 'dark' }, async (page) => {
    await page.goto('/');
    await choose(page, 'More contrast');
    assert.equal(await ground(page), BLACK);
  }));

  test('forced colours keep what shows the place', () => withPage({ forcedColors: 'active' }, async (page) => {
    await page.goto(`${PRINCIPLE}#II.2.p3`);
    const outline = (id) => page.locator(`${byId(id)} > .words`).evaluate((words) => getComputedStyle(words).outlineStyle);
    assert.equal(await outline('II.2.p3'), 'solid');
    assert.equal(await outline('II.2.p2'), 'none');
    const [own, other] = await page.locator('.places a').evaluateAll((links) => {
      const line = (link) => getComputedStyle(link).borderBottomColor;
      return [line(links.find((link) => link.ariaCurrent)), line(links.find((link) => !link.ariaCurrent))];
    });
    assert.notEqual(own, other);
  }));

  test('nothing moves, with reduced motion or without', () => withPage({}, async (page) => {
    for (const reducedMotion of ['no-preference', 'reduce']) {
      await page.emulateMedia({ reducedMotion });
      await page.goto(PRINCIPLE);
      await refOf(page, 'II.2.p3').click();
      await notice(page).waitFor();
      const moving = await page.evaluate(() => [
        document.getAnimations().length,
        [...document.querySelectorAll('*')].filter((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
          return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior !== 'auto';
        }).length,
      ]);
      assert.deepEqual(moving, [0, 0]);
    }
  }));

  test('the panels are accessible, and close by Escape and by a click elsewhere', () => withPage({ viewport: { width: 390, height: 844 }, bypassCSP: true }, async (page) => {
    await page.goto(PRINCIPLE);
    for (const name of ['Menu', 'Display']) {
      const details = page.locator('.bar details', { hasText: name });
      const [summary, panel] = [details.locator('summary'), details.locator('.panel')];
      await summary.click();
      assert.ok(await panel.isVisible());
      assertNone(await axeViolations(page));
      await page.keyboard.press('Escape');
      assert.equal(await panel.isVisible(), false);
      await summary.click();
      await page.locator('.words').last().click();
      assert.equal(await panel.isVisible(), false);
    }
  }));
});

describe('keys', () => {
  test('/ goes to the search box, and can be switched off', () => withPage({}, async (page) => {
    await page.goto(PRINCIPLE);
    const box = page.getByRole('combobox', { name: 'Search' });
    const isIn = () => box.evaluate((element) => element === document.activeElement);
    await page.keyboard.press('/');
    assert.ok(await isIn());
    await page.keyboard.type('and/or');
    assert.equal(await box.inputValue(), 'and/or');

    await choose(page, 'key goes to the search box', false);
    await page.reload();
    await page.keyboard.press('/');
    assert.equal(await isIn(), false);
  }));

  test('the search box sends its words to the search', () => withPage({}, async (page) => {
    await page.goto(PRINCIPLE);
    await page.getByRole('combobox', { name: 'Search' }).fill('root servers');
    await page.getByRole('search').getByRole('button', { name: 'Search' }).click();
    await page.waitForURL(`${site.origin}/search?q=root+servers`);
  }));

  test('lead from home to a paragraph, to its counterpart and back', () => withPage(MAY_COPY, async (page) => {
    await page.goto('/');
    await tabTo(page.locator(`a[href="${PRINCIPLE}"]`));
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${PRINCIPLE}`);
    await tabTo(page.locator('.skip'));
    await page.keyboard.press('Enter');
    await tabTo(page.locator(`${byId('II.2.p1')} > .ref`));
    await page.keyboard.press('Enter');
    await notice(page).waitFor();
    await tabTo(page.locator(`${byId('II.2.p1')} .matched a`));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/strategy/II.2.p1');
    await tabTo(page.locator('.card .where'));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/research/2.2.1.p1');
    // Alt and the left arrow are the browser's own, and a headless one does not have them.
    await page.goBack();
    await page.waitForURL('**/strategy/II.2.p1');
  }));
});

test('all scripts together are small', async () => {
  const { body } = await fetchResource(site.origin, '/strategy/full');
  const scripts = attributeValues(body.toString(), 'src').filter((address) => address.endsWith('.js'));
  // Those of the folder, and the one that is put together from static/js.
  assert.equal(scripts.length, 1 + readdirSync(path.resolve(import.meta.dirname, '../../static')).filter((name) => name.endsWith('.js')).length);
  const sizes = await Promise.all(scripts.map(async (address) => {
    const script = await fetchResource(site.origin, address);
    return [address, gzipSync(script.body, { level: 9 }).length];
  }));
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  assert.ok(total < MOST_SCRIPT, `${total} bytes: ${sizes.join(' ')}`);
});

// A page over plain http from another machine has none; the test keeps it to read what was copied.
function hideClipboard() {
  window.clipboard = navigator.clipboard;
  Object.defineProperty(navigator, 'clipboard', { value: undefined });
}

// Copies nothing and remembers what was to be copied, at once.
function recordCopying() {
  window.written = [];
  navigator.clipboard.writeText = async (text) => { window.written.push(text); };
}

/** Opens the panel and sets a choice. */
async function choose(page, label, on = true) {
  await page.locator('.display summary').click();
  await page.getByLabel(label).setChecked(on);
}

async function assertTextOnly(page) {
  for (const gone of ['.matched', '.beside', '.findings', '.balance', '.terms-here', '.notes', '.quoted-end', '.sign']) {
    for (const element of await page.locator(gone).all()) assert.equal(await element.isVisible(), false, gone);
  }
  for (const kept of ['h1', '.words', '.para > .ref', '.crumbs', '.rail', '.turn', '.bar']) assert.ok(await page.locator(kept).first().isVisible(), kept);
  const lines = await page.locator('.words a').evaluateAll((links) => links.map((link) => getComputedStyle(link).textDecorationLine));
  assert.ok(lines.every((line) => line === 'none'), lines.join());
}

/** Selects words of a paragraph, or from those of one to those of another. */
function select(page, from, to = from) {
  return page.evaluate(([from, to]) => {
    const find = ([id, words]) => {
      const paragraph = document.getElementById(id).querySelector('.words');
      const at = paragraph.textContent.indexOf(words);
      if (at < 0) throw new Error(`“${words}” is not in ${id}`);
      return [place(paragraph, at, false), place(paragraph, at + words.length, true)];
    };
    // The text node and the offset in it of a place in the text of an element.
    const place = (element, at, end) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(), before = 0; node; before += node.length, node = walker.nextNode()) {
        if (at < before + node.length || (end && at === before + node.length)) return [node, at - before];
      }
      throw new Error('beyond the end');
    };
    getSelection().setBaseAndExtent(...find(from)[0], ...find(to)[1]);
  }, [from, to]);
}
