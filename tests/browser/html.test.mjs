// The Nu Html Checker finds nothing to say about any page or drawing.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import vnu from 'vnu-jar';
import { assertNone } from './assert-none.mjs';
import { crawl, fetchResource, isHtml } from './crawl.mjs';
import { NOT_FOUND, PAGE_KINDS } from './kinds.mjs';
import { useServer } from './site.mjs';

const server = useServer();

test('every page is valid HTML, every drawing valid SVG', async (t) => {
  const site = await crawl(server.origin);
  const isChecked = (resource) => isHtml(resource) || isDrawing(resource);
  const pages = [...site].filter(([, resource]) => isChecked(resource) && resource.status === 200);
  assert.ok(pages.some(([, resource]) => isDrawing(resource)), 'no icon was found');
  // No link leads to a search that finds nothing.
  for (const path of PAGE_KINDS) {
    if (path !== NOT_FOUND && !site.has(path)) pages.push([path, await fetchResource(server.origin, path)]);
  }
  const missing = await fetchResource(server.origin, NOT_FOUND);
  assert.equal(missing.status, 404);
  assert.ok(isHtml(missing));
  pages.push([NOT_FOUND, missing]);
  t.diagnostic(`${pages.length} pages checked`);
  assertNone(await check(pages));
});

const isDrawing = ({ type }) => type.startsWith('image/svg+xml');

// One call for all pages, since starting Java takes longer than checking a page.
async function check(pages) {
  const directory = await mkdtemp(path.join(tmpdir(), 'lectern-html-'));
  try {
    const pathByFile = new Map();
    for (const [index, [pagePath, { type, body }]] of pages.entries()) {
      const name = `${index}.${isDrawing({ type }) ? 'svg' : 'html'}`;
      pathByFile.set(name, pagePath);
      await writeFile(path.join(directory, name), body);
    }
    const { stdout } = await promisify(execFile)(
      'java',
      // The deeper stack is for long documents, which the checker walks recursively.
      ['-Xss4m', '-jar', String(vnu), '--format', 'json', '--stdout', '--exit-zero-always', '--skip-info-messages', '--also-check-svg', directory],
      { maxBuffer: 256 * 1024 * 1024 },
    );
    return JSON.parse(stdout).messages.map((message) => {
      const page = pathByFile.get(path.basename(message.url ?? '')) ?? message.url;
      const near = (message.extract ?? '').replace(/\s+/g, ' ');
      return `${page}:${message.lastLine}: ${message.subType ?? message.type}: ${message.message} Near: ${near}`;
    });
  } finally {
    await rm(directory, { recursive: true });
  }
}
