// Pictures of pages, for people: node screenshots.mjs OUTDIR [--print] [PATH ...]
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PAGE_KINDS } from './kinds.mjs';
import { open } from './page.mjs';
import { startSite } from './site.mjs';

const DEVICES = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
  desktop: { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1 },
};

// An A4 sheet at 96 dots to the inch.
const PAPER = { viewport: { width: 794, height: 1123 }, deviceScaleFactor: 1 };

// Chromium paints nothing sensible beyond 16384 device pixels.
const TALLEST = 16_000;

const { values, positionals } = parseArgs({
  options: { print: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const [directory, ...chosen] = positionals;
if (!directory) {
  console.error('usage: node screenshots.mjs OUTDIR [--print] [PATH ...]');
  process.exit(2);
}

const site = await startSite();
try {
  await mkdir(directory, { recursive: true });
  for (const pagePath of chosen.length ? chosen : PAGE_KINDS) {
    for (const [name, device] of Object.entries(DEVICES)) {
      for (const colorScheme of ['light', 'dark']) {
        await shoot(pagePath, `${name}.${colorScheme}`, { ...device, colorScheme });
      }
    }
    if (values.print) await shoot(pagePath, 'print', PAPER, 'print');
  }
} finally {
  await site.stop();
}

async function shoot(pagePath, suffix, options, media = 'screen') {
  await site.withPage(options, async (page) => {
    await page.emulateMedia({ media });
    await open(page, pagePath);
    const { width } = options.viewport;
    const height = await page.evaluate(() => document.scrollingElement.scrollHeight);
    const most = TALLEST / options.deviceScaleFactor;
    const file = path.join(directory, `${fileName(pagePath)}.${suffix}.png`);
    await page.screenshot({
      path: file,
      fullPage: true,
      clip: { x: 0, y: 0, width, height: Math.min(height, most) },
    });
    console.log(height > most ? `${file} (cut at ${most} of ${height} px)` : file);
  });
}

// `/strategy/full` becomes `strategy-full`.
function fileName(pagePath) {
  return pagePath.replaceAll(/[^\w.]+/g, '-').replace(/^-|-$/g, '') || 'home';
}
