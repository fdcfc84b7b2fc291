// Pages of every shape in windows of every width: nothing scrolls sideways, also with large text, and targets are large
// enough for a finger.
import { test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { sizeViolations, withAxe } from './axe.mjs';
import { crawlPages } from './crawl.mjs';
import { PAGE_KINDS } from './kinds.mjs';
import { overflows, resize } from './page.mjs';
import { pagesOfEveryShape } from './shapes.mjs';
import { useSite } from './site.mjs';
import { visitAll } from './visits.mjs';

const WIDTHS = [320, 390, 1280, 2560];
const WIDTHS_OF_LARGE_TEXT = [320, 640, 1280];
const WIDTHS_OF_TARGETS = [390, 1280];

const site = useSite();

test('pages of every shape fit every window, with large text too, and their targets fit a finger', async (t) => {
  const paths = [...new Set([...pagesOfEveryShape(await crawlPages(site.origin)), ...PAGE_KINDS])];
  t.diagnostic(`${paths.length} pages`);
  assertNone(await visitAll(await site.newContext(), paths, async (page) => {
    await withAxe(page);
    return async () => [...await smallTargets(page), ...await overflowsAt(page, WIDTHS), ...await overflowsOfLargeText(page)];
  }));
});

async function smallTargets(page) {
  const complaints = [];
  for (const width of WIDTHS_OF_TARGETS) {
    await resize(page, width, 800);
    complaints.push(...(await sizeViolations(page)).map((complaint) => `${complaint} at ${width} px`));
  }
  return complaints;
}

async function overflowsOfLargeText(page) {
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  return (await overflowsAt(page, WIDTHS_OF_LARGE_TEXT)).map((complaint) => `text of twice the size: ${complaint}`);
}

async function overflowsAt(page, widths) {
  const complaints = [];
  for (const width of widths) {
    await resize(page, width, 800);
    complaints.push(...(await overflows(page)).map((complaint) => `${complaint} at ${width} px`));
  }
  return complaints;
}
