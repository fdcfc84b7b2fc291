// Runs every *.test.mjs here with Node's own test runner, then says how it went.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { FONT_SETS } from './fonts.mjs';

// These look at lengths and widths, which fonts change: they run with each set. The others run once.
const EACH_SET = ['fonts', 'layout', 'paragraphs', 'print'];

const suites = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.test.mjs'))
  .map((name) => name.slice(0, -'.test.mjs'.length))
  .sort();

const count = { passed: 0, failed: 0 };
const tally = (outcome) => (event) => {
  if (event.details.type !== 'suite') count[outcome] += 1;
};

async function runSuites(names) {
  const files = names.map((name) => path.join(import.meta.dirname, `${name}.test.mjs`));
  const start = performance.now();
  // One file at a time: two browsers at once make small machines slow.
  const events = run({ files, concurrency: 1 })
    .on('test:pass', tally('passed'))
    .on('test:fail', tally('failed'));
  for await (const text of events.compose(spec)) process.stdout.write(text);
  return `${Math.round((performance.now() - start) / 1000)} s`;
}

const times = [`with any fonts ${await runSuites(suites.filter((name) => !EACH_SET.includes(name)))}`];
for (const set of Object.keys(FONT_SETS)) {
  console.log(`\n-- Fonts: ${set} --\n`);
  // The runner starts a process for each file, which gets this.
  process.env.LECTERN_FONTS = set;
  times.push(`with ${set} ${await runSuites(EACH_SET)}`);
}

console.log(`${times.join(', ')}`);
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.passed > 0 && count.failed === 0 ? 0 : 1;
