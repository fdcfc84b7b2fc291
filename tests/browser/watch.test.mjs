// A page that is open while its text is written: it shows each change by itself, and the last good text in between.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { startBrowser } from './browser.mjs';
import { HANGING } from './hanging.mjs';
import { open, watchForErrors } from './page.mjs';
import { startServer } from './server.mjs';

const starter = path.resolve(import.meta.dirname, '../../starter');

let folder;
let server;
let browser;

before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'lectern-watch-'));
  await cp(starter, folder, { recursive: true });
  server = await startServer('--watch', '--content', folder);
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  if (folder) await rm(folder, { recursive: true });
});

/** Gives `use` the page about the site, with the file that it is made from. */
async function withAbout(use) {
  const context = await browser.newContext({ baseURL: server.origin });
  context.setDefaultTimeout(HANGING);
  try {
    const page = await context.newPage();
    const errors = await watchForErrors(page, server.origin);
    await open(page, '/about');
    await use(page, path.join(folder, 'pages', 'about.md'));
    assert.deepEqual(await errors(), []);
  } finally {
    await context.close();
  }
}

const saysOf = (page, word) => page.getByText(word).first().waitFor();

test('an open page shows what is saved, in place or by a rename, where its reader is', () => withAbout(async (page, file) => {
  const text = await readFile(file, 'utf8');
  const long = Array.from({ length: 200 }, (_, number) => `Line ${number}.`).join('\n\n');
  await writeFile(file, `${text}\n${long}\n\nA word saved in place.\n`);
  await saysOf(page, 'A word saved in place.');
  await page.evaluate(() => scrollTo(0, 2000));
  await writeFile(`${file}~`, `${text}\n${long}\n\nA word renamed to its place.\n`);
  await rename(`${file}~`, file);
  await saysOf(page, 'A word renamed to its place.');
  await page.waitForFunction(() => scrollY === 2000);
}));

test('an open page stays as it is while the content is broken', () => withAbout(async (page, file) => {
  const text = await readFile(file, 'utf8');
  await page.evaluate(() => { window.isTheSame = true; });
  await writeFile(file, `${text}\n\nA broken word.[^nothing]\n`);
  const health = async () => (await fetch(`${server.origin}/healthz`)).text();
  while (!(await health()).startsWith('degraded: ')) await page.evaluate(() => new Promise(requestAnimationFrame));
  assert.equal(await page.evaluate(() => window.isTheSame), true);
  assert.equal(await page.getByText('A broken word.').count(), 0);
  await writeFile(file, `${text}\n\nA mended word.\n`);
  await saysOf(page, 'A mended word.');
  assert.equal(await health(), 'ok\n');
}));
