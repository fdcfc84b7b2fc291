// Every page of the site in a browser: nothing goes wrong while it loads, axe finds nothing, and on a phone and on a
// desk targets are large enough for a finger and nothing scrolls sideways.
import { test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { axeViolations, colourViolations, sizeViolations, withAxe } from './axe.mjs';
import { crawlPages } from './crawl.mjs';
import { FONT_SET, FONT_SETS } from './fonts.mjs';
import { NOT_FOUND } from './kinds.mjs';
import { open, overflow, resize, watchForErrors } from './page.mjs';
import { useSite } from './site.mjs';

// One page a processor: axe leaves the browser nothing to wait for.
const AT_ONCE = 2;

const WINDOWS = {
  phone: [390, 844],
  desk: [1280, 720],
};

// Fonts change sizes and nothing else that axe looks at.
const IS_FIRST_SET = FONT_SET === Object.keys(FONT_SETS)[0];

const site = useSite();

test('every page loads without errors, is accessible in light and dark colours, and fits a phone and a desk', async (t) => {
  const paths = [...await crawlPages(site.origin), NOT_FOUND];
  const context = await site.newContext();
  await withAxe(context);
  const left = paths.values();
  const found = await Promise.all(Array.from({ length: AT_ONCE }, () => visit(context, left)));
  await context.close();
  t.diagnostic(`${paths.length} pages visited`);
  assertNone(found.flat());
});

// Takes paths off what is left until there is none; resolves to what is wrong with them.
async function visit(context, left) {
  const page = await context.newPage();
  const errors = await watchForErrors(page, site.origin);
  const complaints = [];
  for (const path of left) {
    await open(page, path);
    // The errors first: what axe itself tries is no fault of the page.
    const wrong = [...await errors(), ...IS_FIRST_SET ? await inBothSchemes(page) : [], ...await inAllWindows(page)];
    await errors();
    complaints.push(...wrong.map((complaint) => `${path}: ${complaint}`));
  }
  return complaints;
}

async function inBothSchemes(page) {
  const wrong = await axeViolations(page);
  // A scheme changes colours and nothing else, so the rules of colour are all that can find more.
  await page.emulateMedia({ colorScheme: 'dark' });
  wrong.push(...(await colourViolations(page)).map((complaint) => `dark: ${complaint}`));
  await page.emulateMedia({ colorScheme: 'light' });
  return wrong;
}

async function inAllWindows(page) {
  const complaints = [];
  for (const [name, size] of Object.entries(WINDOWS)) {
    await resize(page, ...size);
    const wrong = await sizeViolations(page);
    const over = await overflow(page);
    if (over > 0) wrong.push(`${over} px too wide`);
    complaints.push(...wrong.map((complaint) => `${name}: ${complaint}`));
  }
  return complaints;
}
