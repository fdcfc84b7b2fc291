// Every page of the site in a browser: axe finds nothing, and nothing goes wrong while it loads.
import { test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { axeViolations, colourViolations, withAxe } from './axe.mjs';
import { crawlPages } from './crawl.mjs';
import { NOT_FOUND } from './kinds.mjs';
import { open, watchForErrors } from './page.mjs';
import { useSite } from './site.mjs';

// One page a processor: axe leaves the browser nothing to wait for.
const AT_ONCE = 2;

const site = useSite();

test('every page loads without errors and is accessible in light and dark colours', async (t) => {
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
    await page.emulateMedia({ colorScheme: 'light' });
    await open(page, path);
    // The errors first: what axe itself tries is no fault of the page.
    const wrong = [...await errors(), ...await axeViolations(page)];
    // A scheme changes colours and nothing else, so the rules of colour are all that can find more.
    await page.emulateMedia({ colorScheme: 'dark' });
    wrong.push(...(await colourViolations(page)).map((complaint) => `dark: ${complaint}`));
    await errors();
    complaints.push(...wrong.map((complaint) => `${path}: ${complaint}`));
  }
  return complaints;
}
