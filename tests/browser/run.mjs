// Runs every *.test.mjs here with Node's own test runner, then says how it went.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

const files = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.test.mjs'))
  .sort()
  .map((name) => path.join(import.meta.dirname, name));

const count = { passed: 0, failed: 0 };
const tally = (outcome) => (event) => {
  if (event.details.type !== 'suite') count[outcome] += 1;
};

// One file at a time: two browsers at once make small machines time out.
const events = run({ files, concurrency: 1 })
  .on('test:pass', tally('passed'))
  .on('test:fail', tally('failed'));

events.compose(spec).on('end', () => {
  console.log(`${count.passed} passed, ${count.failed} failed`);
  process.exitCode = count.passed > 0 && count.failed === 0 ? 0 : 1;
}).pipe(process.stdout);
