// What a screen reader says of a page: its outline as a whole, and names that make sense by themselves.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, test } from 'node:test';
import { assertNone } from './assert-none.mjs';
import { PAGE_KINDS, PRINCIPLE } from './kinds.mjs';
import { namedParts } from './names.mjs';
import { useSite } from './site.mjs';

const site = useSite();

const OUTLINES = {
  section: PRINCIPLE,
  paragraph: '/strategy/II.2.p2',
  comparison: '/compare/strategy-II.2/research-2.2.1',
};

for (const [name, address] of Object.entries(OUTLINES)) {
  // RENEW_ARIA=1 writes the files anew; read what git says has changed in them.
  test(`a ${name} reads as in aria/${name}.yml`, async () => {
    const page = await site.tab();
    await page.goto(address);
    const outline = `${await page.locator('body').ariaSnapshot()}\n`;
    const file = path.join(import.meta.dirname, 'aria', `${name}.yml`);
    if (process.env.RENEW_ARIA) await writeFile(file, outline);
    assert.equal(outline, await readFile(file, 'utf8'));
  });
}

describe('links and headings', () => {
  for (const address of PAGE_KINDS) {
    test(`of ${address} have names, and neighbours that lead to different places have different ones`, async () => {
      const page = await site.tab();
      await page.goto(address);
      const parts = await namedParts(page);
      const unnamed = parts.filter(({ name }) => name.trim() === '').map(({ role, url }) => `a ${role} without a name: ${url}`);
      const links = parts.filter(({ role }) => role === 'link');
      assert.ok(links.length > 5, `only ${links.length} links`);
      const alike = links.flatMap((link, at) => {
        const next = links[at + 1];
        return next?.name === link.name && next.url !== link.url ? [`two links “${link.name}”: ${link.url} and ${next.url}`] : [];
      });
      assertNone([...unnamed, ...alike]);
    });
  }
});
