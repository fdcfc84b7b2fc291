// No link inside the site is broken, fragments included.
import { test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { attributeValues, crawl, isHtml, pathOf } from './crawl.mjs';
import { useServer } from './site.mjs';

const server = useServer();

// Both tests look at the same crawl.
let crawling;
const crawled = () => (crawling ??= crawl(server.origin));

test('every linked address answers 200 or redirects within the site', async () => {
  const site = await crawled();
  const broken = [...site]
    .filter(([, { status, location }]) => status !== 200 && !(status >= 300 && status < 400 && location))
    .map(([path, { status }]) => `${status} ${path}`);
  assertNone(broken);
});

test('every linked fragment exists on its page', async () => {
  const site = await crawled();
  const broken = [];
  for (const [path, page] of site) {
    for (const link of page.links) {
      // What a browser is to highlight is no part of the id.
      const [id] = decodeURIComponent(link.hash.slice(1)).split(':~:');
      if (id && !hasId(site, pathOf(link), id)) broken.push(`${path} links to ${pathOf(link)}${link.hash}`);
    }
  }
  assertNone(broken);
});

const idsByPath = new Map();

function hasId(site, path, id) {
  const page = site.get(path);
  // A redirect keeps the fragment, so the page that counts is its target.
  if (page.location) return hasId(site, pathOf(page.location), id);
  if (!isHtml(page)) return false;
  if (!idsByPath.has(path)) idsByPath.set(path, new Set(attributeValues(page.body.toString(), 'id')));
  return idsByPath.get(path).has(id);
}
