// Lighthouse's phone profile over one page of each kind, as a table: node lighthouse.mjs [--runs N] [PATH ...]
import { parseArgs } from 'node:util';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { FLAGS, findChromium } from '../browser/chromium.mjs';
import { startServer } from '../browser/server.mjs';

const SEARCH = '/search?q=sovereignty';

const PATHS = [
  '/',
  '/strategy',
  '/strategy/chapters/basic-principles',
  '/strategy/principles/sovereignty',
  '/strategy/II.2.p2',
  '/strategy/full',
  '/compare/strategy-II.2/research-2.2.1',
  '/concordance',
  '/terms/sovereignty',
  SEARCH,
];

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

// Pages of results ask search engines to leave them out, which costs them the whole point of that category.
const isExcepted = (path, category) => path.startsWith('/search') && category === 'seo';

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) {
  console.error('usage: node lighthouse.mjs [--runs N] [PATH ...]');
  process.exit(2);
}

const server = await startServer();
const browser = await launch({ chromePath: findChromium(), chromeFlags: ['--headless=new', ...FLAGS] });
const rows = [];
try {
  for (const path of positionals.length ? positionals : PATHS) rows.push(await measure(path));
} finally {
  await browser.kill();
  await server.stop();
}

console.table(Object.fromEntries(rows.map(({ path, scores, shift, kilobytes }) => [path, { ...scores, shift, kilobytes }])));
const short = rows.filter(({ path, scores, shift }) =>
  shift > 0 || CATEGORIES.some((category) => scores[category] < 100 && !isExcepted(path, category)));
for (const { path, faults } of short) console.log(`${path}\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
process.exitCode = short.length > 0 ? 1 : 0;

/** The median of so many runs of a page, by performance: a busy machine sways that and nothing else. */
async function measure(path) {
  const reports = [];
  for (let run = 0; run < runs; run += 1) {
    const result = await lighthouse(server.origin + path, { port: browser.port, onlyCategories: CATEGORIES, logLevel: 'error' });
    if (result.lhr.runtimeError) throw new Error(`${path}: ${result.lhr.runtimeError.message}`);
    reports.push(result.lhr);
  }
  reports.sort((a, b) => a.categories.performance.score - b.categories.performance.score);
  const { categories, audits } = reports[Math.floor(runs / 2)];
  return {
    path,
    scores: Object.fromEntries(CATEGORIES.map((category) => [category, Math.round(categories[category].score * 100)])),
    shift: audits['cumulative-layout-shift'].numericValue,
    kilobytes: Math.round(audits['total-byte-weight'].numericValue / 102.4) / 10,
    faults: CATEGORIES.flatMap((category) => faults(categories[category], audits)),
  };
}

// What costs a category points.
function faults(category, audits) {
  return category.auditRefs
    .map(({ id, weight }) => ({ weight, ...audits[id] }))
    .filter(({ weight, score }) => weight > 0 && score !== null && score < 1)
    .map(({ id, title, displayValue }) => `${category.id}: ${id}: ${title} ${displayValue ?? ''}`.trim());
}
