// What a first visit costs a reader on a slow line.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { attributeValues, fetchResource } from './crawl.mjs';
import { open } from './page.mjs';
import { useSite } from './site.mjs';

const MOST_HTML = 7 * 1024;
const MOST_VISIT = 60 * 1024;

const site = useSite();

test('a first visit of any principle takes less than 60 KB, its HTML less than 7 KB', async (t) => {
  const listing = await fetchResource(site.origin, '/principles');
  const isPrinciple = (path) => /^\/\w+\/principles\/./.test(path);
  const paths = [...new Set(attributeValues(listing.body.toString(), 'href').filter(isPrinciple))];
  assert.ok(paths.length >= 8, `only ${paths.length} principles`);
  const heavy = [];
  for (const path of paths) {
    const sizes = await visit(path);
    const all = [...sizes.values()].reduce((sum, size) => sum + size);
    const html = sizes.get(path);
    t.diagnostic(`${path}: ${html} bytes of HTML, ${all} in all`);
    if (html > MOST_HTML || all > MOST_VISIT) heavy.push(`${path}: ${[...sizes].join(' ')}`);
  }
  assertNone(heavy);
});

// What goes over the line, headers included, by path.
function visit(path) {
  return site.withPage({}, async (page) => {
    const line = await page.context().newCDPSession(page);
    await line.send('Network.enable');
    const pathOf = new Map();
    const sizes = new Map();
    let allHere = () => {};
    line.on('Network.requestWillBeSent', ({ requestId, request }) => pathOf.set(requestId, new URL(request.url).pathname));
    line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      sizes.set(pathOf.get(requestId), encodedDataLength);
      if (sizes.size === pathOf.size) allHere();
    });
    await open(page, path);
    // By now everything is asked for, and the browser knows what it has; the last word on a size may be on its way.
    if (sizes.size < pathOf.size) await new Promise((resolve) => { allHere = resolve; });
    assert.ok([...sizes.keys()].some((own) => own.endsWith('.woff2')), 'no font was loaded');
    return sizes;
  });
}
