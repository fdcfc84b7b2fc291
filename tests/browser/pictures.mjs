// Makes the pictures of the README anew: node tests/browser/pictures.mjs
import path from 'node:path';
import { PRINCIPLE } from './kinds.mjs';
import { open } from './page.mjs';
import { startSite } from './site.mjs';

const PICTURES = {
  home: '/',
  principle: PRINCIPLE,
  comparison: '/compare/strategy-II.2/research-2.2.1',
  concordance: '/concordance',
};

const directory = path.resolve(import.meta.dirname, '../../docs');
const site = await startSite();
try {
  for (const [name, address] of Object.entries(PICTURES)) {
    await site.withPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' }, async (page) => {
      await open(page, address);
      await page.screenshot({ path: path.join(directory, `${name}.png`) });
    });
  }
} finally {
  await site.stop();
}
