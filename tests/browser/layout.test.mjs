// Every page of the site on a phone and on a desk: targets are large enough for a finger, and nothing scrolls sideways.
import { test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { sizeViolations, withAxe } from './axe.mjs';
import { crawlPages } from './crawl.mjs';
import { NOT_FOUND } from './kinds.mjs';
import { open, overflow, resize } from './page.mjs';
import { useSite } from './site.mjs';

// One page a processor: axe leaves the browser nothing to wait for.
const AT_ONCE = 2;

const WINDOWS = {
  phone: [390, 844],
  desk: [1280, 720],
};

const site = useSite();

test('every page fits a phone and a desk', async (t) => {
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
  const complaints = [];
  for (const path of left) {
    await open(page, path);
    for (const [name, size] of Object.entries(WINDOWS)) {
      await resize(page, ...size);
      const wrong = await sizeViolations(page);
      const over = await overflow(page);
      if (over > 0) wrong.push(`${over} px too wide`);
      complaints.push(...wrong.map((complaint) => `${path}: ${name}: ${complaint}`));
    }
  }
  return complaints;
}
