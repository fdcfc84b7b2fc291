// Every page of the site in a browser: nothing goes wrong while it loads, nothing scrolls sideways, and axe finds
// nothing on pages that together have every kind of element there is.
import { test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { axeViolations, colourViolations, withAxe } from './axe.mjs';
import { crawlPages } from './crawl.mjs';
import { PAGE_KINDS } from './kinds.mjs';
import { overflows, watchForErrors } from './page.mjs';
import { pagesOfEveryShape } from './shapes.mjs';
import { useSite } from './site.mjs';
import { visitAll } from './visits.mjs';

const PHONE = { viewport: { width: 390, height: 844 } };

const site = useSite();

// Both tests look at the same crawl.
let crawling;
const crawled = () => (crawling ??= crawlPages(site.origin));

// No link leads to some pages of a kind, such as a search that finds nothing.
const withEveryKind = (paths) => [...new Set([...paths, ...PAGE_KINDS])];

test('every page loads without errors and fits a phone', async (t) => {
  const paths = withEveryKind((await crawled()).keys());
  t.diagnostic(`${paths.length} pages`);
  assertNone(await visitAll(await site.newContext(PHONE), paths, async (page) => {
    const errors = await watchForErrors(page, site.origin);
    return async () => [...await errors(), ...await overflows(page)];
  }));
});

test('pages of every shape are accessible in light and dark colours', async (t) => {
  const paths = withEveryKind(pagesOfEveryShape(await crawled()));
  t.diagnostic(`${paths.length} pages`);
  assertNone(await visitAll(await site.newContext(), paths, async (page) => {
    await withAxe(page);
    return () => inBothSchemes(page);
  }));
});

async function inBothSchemes(page) {
  const wrong = await axeViolations(page);
  // A scheme changes colours and nothing else, so the rules of colour are all that can find more.
  await page.emulateMedia({ colorScheme: 'dark' });
  wrong.push(...(await colourViolations(page)).map((complaint) => `dark: ${complaint}`));
  await page.emulateMedia({ colorScheme: 'light' });
  return wrong;
}
