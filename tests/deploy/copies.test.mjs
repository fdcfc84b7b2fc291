// An export behind another web server answers as Lectern itself does, at every address that readers can reach.
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { assertNone } from '../browser/assert-none.mjs';
import { crawl } from '../browser/crawl.mjs';
import { startServer } from '../browser/server.mjs';
import { exported, nginxKnowsBrotli, startCaddy, startNginx } from './copies.mjs';

// What needs Lectern's own server: these pages of an export say so, and the others are not there.
const SAYS_SO = ['/search', '/compare', '/cite', '/handout', '/api'];
const NOT_THERE = ['/handout.md', '/search.json', '/search/suggest', '/openapi.json', '/healthz'];
// These have whole addresses in them, so an export has them where it knows its own.
const NEEDS_BASE = ['/opensearch.xml', '/robots.txt', '/sitemap.xml', '/editions.atom'];

// Headers that an answer has from any server, if it has them from ours.
const SAME = [
  'content-type', 'cache-control', 'access-control-allow-origin', 'access-control-expose-headers', 'x-robots-tag',
  'content-security-policy', 'x-content-type-options', 'referrer-policy', 'permissions-policy',
  'cross-origin-opener-policy', 'cross-origin-resource-policy',
];

const DECODED = { identity: (body) => body, gzip: gunzipSync, br: brotliDecompressSync };

/** What is answered, as it is sent. */
function ask(origin, path, encoding = 'identity', method = 'GET') {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': encoding };
    request(origin + path, { method, headers }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part)).on('error', reject)
        .on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    }).on('error', reject).end();
  });
}

/** In what two answers to one question differ. */
function difference(path, ours, theirs) {
  if (ours.status !== theirs.status) return `${path}: ${ours.status}, not ${theirs.status}`;
  if (ours.headers.location !== theirs.headers.location) {
    return `${path}: leads to ${ours.headers.location}, not ${theirs.headers.location}`;
  }
  if (ours.status !== 200) return [];
  const differs = SAME.find((name) => ours.headers[name] !== theirs.headers[name]);
  if (differs) return `${path}: ${differs} is ${ours.headers[differs]}, not ${theirs.headers[differs]}`;
  return ours.body.equals(theirs.body) ? [] : `${path}: another body`;
}

// One crawl for all: the addresses are the same everywhere, but for what stands before them.
let addresses;
before(async () => {
  const server = await startServer();
  addresses = [...(await crawl(server.origin, { isCopy: true })).keys()];
  await server.stop();
  assert.ok(addresses.length > 1000, `${addresses.length} addresses`);
});

/** The other names of pages that an export lists. */
function otherNames(copy) {
  const lines = copy.told('_redirects').trim().split('\n');
  assert.ok(lines.length > 100, `${lines.length} redirects`);
  return lines.map((line) => line.split(' ')[0]);
}

/** Compares Lectern with a web server over an export, both with the same options. */
async function compared(start, prefix, ...options) {
  const ours = await startServer(...options);
  const copy = exported(...options);
  const theirs = await start(copy);
  try {
    const has = (path) => !NOT_THERE.includes(path) && (options.length > 0 || !NEEDS_BASE.includes(path));
    const pages = addresses.filter((path) => has(path) && !SAYS_SO.includes(path)).map((path) => prefix + path);
    const files = NEEDS_BASE.filter(has).map((path) => prefix + path);
    const slashes = ['/strategy/', '/strategy/II.2.p1/', '/data/links.csv/'].map((path) => prefix + path);
    const encodings = start === startNginx && !nginxKnowsBrotli ? ['gzip'] : ['gzip', 'br'];
    const differences = [];
    for (const path of new Set([...pages, ...files, ...slashes, ...otherNames(copy)])) {
      const [own, other] = await Promise.all([ask(ours.origin, path), ask(theirs.origin, path)]);
      differences.push(difference(path, own, other));
      // What is sent in which encoding does not depend on the path below which the site stands.
      if (own.status !== 200 || prefix) continue;
      const sentAs = await Promise.all(encodings.map((encoding) => ask(theirs.origin, path, encoding)));
      for (const [index, sent] of sentAs.entries()) {
        const encoding = encodings[index];
        const used = sent.headers['content-encoding'] ?? 'identity';
        const isText = /^text|json|xml/.test(own.headers['content-type']);
        if (isText && own.body.length > 1000 && used !== encoding) differences.push(`${path}: ${used}, not ${encoding}`);
        if (!DECODED[used](sent.body).equals(own.body)) differences.push(`${path}: another body as ${used}`);
      }
    }
    for (const path of SAYS_SO) {
      const { status, body } = await ask(theirs.origin, prefix + path);
      if (status !== 200 || !body.includes('This copy of the site')) differences.push(`${path} does not say what it needs`);
    }
    const names = ['/strategy.html', '/index.html', '/404.html', '/m1.html', '/server.nginx', '/maps.nginx', '/site.caddy',
      '/_redirects', '/_headers', '/.lectern-export', '/nothing', '/nothing.json', '/static/nothing.css', ...NOT_THERE];
    const elsewhere = prefix ? ['/', '/strategy', '/static/', `${prefix}s/`] : [];
    for (const path of [...names.map((name) => prefix + name), ...elsewhere]) {
      const [own, other] = await Promise.all([ask(ours.origin, path), ask(theirs.origin, path)]);
      const isThere = own.status === 200;
      if (other.status !== 404 || (own.status !== 404 && !isThere)) differences.push(`${path}: ${other.status}, not 404`);
      if (!other.body.includes('There is no page at this address.')) differences.push(`${path}: not the page of errors`);
      const said = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
      for (const name of SAME) {
        const right = said[name] ?? (name.startsWith('access-control') ? undefined : own.headers[name]);
        if (other.headers[name] !== right) differences.push(`${path}: ${name} is ${other.headers[name]}, not ${right}`);
      }
    }
    assertNone(differences.flat());
    assert.equal(theirs.said(), '');
  } finally {
    await theirs.stop();
    await ours.stop();
    copy.remove();
  }
}

const BELOW = ['--base-url', 'https://example.org/texts/'];

test('nginx answers as Lectern does', () => compared(startNginx, ''));
test('nginx does so below a path, on a site that is not to be listed', () => compared(startNginx, '/texts', ...BELOW, '--noindex'));
// Both make the same of a path below which the site stands: it is in the names of all files.
test('Caddy answers as Lectern does', () => compared(startCaddy, ''));

test('files of the whole host are found there too, and the path alone leads below it', async () => {
  const copy = exported(...BELOW);
  const ours = await startServer(...BELOW);
  for (const start of [startNginx, startCaddy]) {
    const theirs = await start(copy);
    for (const path of ['/robots.txt', '/texts', '/texts/robots.txt']) {
      const [own, other] = await Promise.all([ask(ours.origin, path), ask(theirs.origin, path)]);
      assertNone([difference(path, own, other)].flat());
    }
    await theirs.stop();
  }
  await ours.stop();
  copy.remove();
});
