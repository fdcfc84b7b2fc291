// Has the browser's tests of whole pages look at an export behind nginx, which then is all that they know.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { exported, startNginx } from './copies.mjs';

// What asks Lectern's own server for nothing, but for axe, which the same pages have been shown to.
const SUITES = ['links', 'everypage'];
const TESTS = '^every';

const copy = exported('--base-url', 'https://texts.example', '--uncompressed');
const server = await startNginx(copy);
const files = SUITES.map((name) => path.join(import.meta.dirname, '../browser', `${name}.test.mjs`));
const tests = spawn(process.execPath, ['--test', '--test-concurrency=1', `--test-name-pattern=${TESTS}`, ...files], {
  env: { ...process.env, LECTERN_COPY: server.origin },
  stdio: 'inherit',
});
const [code] = await once(tests, 'exit');
await server.stop();
copy.remove();
process.exitCode = code ?? 1;
