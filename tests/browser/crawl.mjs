// Fetches everything a reader can reach from the front page.
import { parse } from 'parse5';
import { HANDOUT } from './kinds.mjs';
import { IS_COPY } from './server.mjs';

// A site that links to ever new addresses would otherwise be crawled for ever.
const MOST_PAGES = 5000;

// The choice of a partner leads to every pair of sections, and a comparison has a page for either text on the left: one
// of each stands for the others, which have nothing else. A handout leads to each that has one passage less.
const ONE_OF_MANY = [
  '/compare?first=strategy/II.2',
  '/compare/research-2.2.1/strategy-II.2',
  HANDOUT,
  HANDOUT.replace('?', '.md?'),
  HANDOUT.replace('?', '?document=research&'),
];

/**
 * Follows every same-origin link from `/`. Resolves to a map from path (with
 * query, without fragment) to `{ status, type, body, location, links }`: `body`
 * is a Buffer, `location` the target of a redirect, `links` the addresses an
 * HTML page links to, as URL objects. A copy behind another server has nothing for a query.
 */
export async function crawl(origin, { isCopy = IS_COPY } = {}) {
  const found = new Map();
  const queue = isCopy ? ['/'] : ['/', ...ONE_OF_MANY];
  for (const path of queue) {
    if (found.has(path) || isTold(path, found) || (isCopy && path.includes('?'))) continue;
    if (found.size === MOST_PAGES) throw new Error(`more than ${MOST_PAGES} addresses, the last ${path}`);
    const resource = await fetchResource(origin, path);
    found.set(path, resource);
    for (const url of resource.links) queue.push(pathOf(url));
    if (resource.location) queue.push(pathOf(resource.location));
  }
  return found;
}

/** Whether one of many stands for a page, or the comparison with the other text on the left. */
function isTold(path, found) {
  if (ONE_OF_MANY.includes(path)) return false;
  const [, first, second] = /^\/compare\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  const other = `/compare/${second}/${first}`;
  return path.startsWith('/compare?') || /^\/handout(\.md)?\?/.test(path) || (found.has(other) && !ONE_OF_MANY.includes(other));
}

/** The pages that a reader can reach: a map from path to HTML. */
export async function crawlPages(origin) {
  const pages = [...await crawl(origin)].filter(([, resource]) => isHtml(resource) && resource.status === 200);
  return new Map(pages.map(([path, { body }]) => [path, body.toString()]));
}

export async function fetchResource(origin, path) {
  const base = new URL(path, origin);
  const response = await fetch(base, { redirect: 'manual' });
  const type = response.headers.get('content-type') ?? '';
  const body = Buffer.from(await response.arrayBuffer());
  const location = response.headers.get('location');
  return {
    status: response.status,
    type,
    body,
    location: location && sameOrigin(location, base),
    links: isHtml({ type }) ? linksOf(body.toString(), base) : [],
  };
}

export const isHtml = ({ type }) => type.startsWith('text/html');

export const pathOf = (url) => url.pathname + url.search;

/** The values of every attribute in a piece of HTML that has one of these names. */
export function attributeValues(html, ...names) {
  return [...elements(parse(html))]
    .flatMap((element) => element.attrs.filter((attribute) => names.includes(attribute.name)))
    .map((attribute) => attribute.value);
}

function linksOf(html, base) {
  return attributeValues(html, 'href', 'src')
    .map((value) => sameOrigin(value, base))
    .filter((url) => url !== null);
}

function sameOrigin(address, base) {
  const url = new URL(address, base);
  return url.origin === base.origin ? url : null;
}

/** Every element in a node of the parser's. */
export function* elements(node) {
  if (node.attrs) yield node;
  // What is in a <template> hangs off `content`, not `childNodes`.
  for (const child of (node.content ?? node).childNodes ?? []) yield* elements(child);
}
