// Pictures of pages, for people:
//   node screenshots.mjs OUTDIR [--width 320]... [--scheme dark]... [--print] [--no-script] [PATH ...]
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PAGE_KINDS } from './kinds.mjs';
import { open } from './page.mjs';
import { startSite } from './site.mjs';

// From the narrowest phone that one meets to a wide desk.
const WIDTHS = [320, 390, 768, 1280, 1920];
const SCHEMES = ['light', 'dark'];

// An A4 sheet at 96 dots to the inch.
const PAPER = { viewport: { width: 794, height: 1123 }, deviceScaleFactor: 1 };

// Chromium paints nothing sensible beyond 16384 device pixels.
const TALLEST = 16_000;

const { values, positionals } = parseArgs({
  options: {
    width: { type: 'string', multiple: true, default: WIDTHS.map(String) },
    scheme: { type: 'string', multiple: true, default: SCHEMES },
    print: { type: 'boolean', default: false },
    'no-script': { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const [directory, ...chosen] = positionals;
const widths = values.width.map(Number);
if (!directory || !widths.every((width) => width >= 1) || !values.scheme.every((scheme) => SCHEMES.includes(scheme))) {
  console.error('usage: node screenshots.mjs OUTDIR [--width PX]... [--scheme light|dark]... [--print] [--no-script] [PATH ...]');
  process.exit(2);
}

const site = await startSite();
try {
  await mkdir(directory, { recursive: true });
  for (const pagePath of chosen.length ? chosen : PAGE_KINDS) {
    for (const width of widths) {
      for (const colorScheme of values.scheme) {
        await shoot(pagePath, `${width}.${colorScheme}`, { ...device(width), colorScheme });
      }
    }
    if (values.print) await shoot(pagePath, 'print', PAPER, 'print');
  }
} finally {
  await site.stop();
}

// A window of a usual shape; small screens have two dots to a pixel.
function device(width) {
  return width < 768
    ? { viewport: { width, height: 844 }, deviceScaleFactor: 2 }
    : { viewport: { width, height: 900 }, deviceScaleFactor: 1 };
}

async function shoot(pagePath, suffix, options, media = 'screen') {
  await site.withPage({ ...options, javaScriptEnabled: !values['no-script'] }, async (page) => {
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
