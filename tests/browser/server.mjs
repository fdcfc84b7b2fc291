// Starts Lectern for a test and stops it as an operator would.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { HANGING } from './hanging.mjs';

const repository = path.resolve(import.meta.dirname, '../..');

// Cargo reads a relative CARGO_TARGET_DIR from where it runs; tests/run runs it here.
const target = path.resolve(repository, process.env.CARGO_TARGET_DIR ?? 'target');

export const binary = process.env.LECTERN_BINARY ?? path.join(target, 'release', 'lectern');

/** Whether the tests are of an export behind another web server, whose address LECTERN_COPY is. */
export const IS_COPY = process.env.LECTERN_COPY !== undefined;

const ANNOUNCEMENT = /^Lectern is running at (http:\/\/127\.0\.0\.1:\d+)\/(?:\S+\/)?$/;

/** Starts Lectern on a free port, with more options if any; resolves to `{ origin, stop }`. */
export async function startServer(...options) {
  if (IS_COPY) return { origin: process.env.LECTERN_COPY, stop: () => {} };
  const child = spawn(binary, ['--listen', '127.0.0.1:0', ...options], {
    cwd: repository,
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A test run that dies must not leave its server behind.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const exited = once(child, 'exit').finally(() => process.off('exit', kill));

  // Shown only when something goes wrong.
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (log = (log + text).slice(-20_000)));

  const stdout = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => stdout.push(line));
  const first = await within('Lectern did not announce its address', Promise.race([
    once(lines, 'line').then(([line]) => line),
    exited.then(() => ''),
  ])).catch((error) => (kill(), Promise.reject(error)));

  const origin = ANNOUNCEMENT.exec(first)?.[1];
  if (!origin) {
    kill();
    throw new Error(`Lectern did not start; it wrote ${JSON.stringify(first)}\n${log}`);
  }

  async function stop() {
    child.kill('SIGTERM');
    const [code, signal] = await within('Lectern ignored SIGTERM', exited)
      .catch((error) => (kill(), Promise.reject(error)));
    if (code !== 0) {
      throw new Error(`Lectern ended with code ${code}, signal ${signal}\n${log}`);
    }
    if (stdout.length !== 1) {
      throw new Error(`Lectern wrote more than its address to stdout:\n${stdout.join('\n')}`);
    }
  }

  return { origin, stop };
}

// The settings of whoever runs the tests would change what is tested.
function cleanEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('LECTERN_') && name !== 'RUST_LOG'),
  );
}

async function within(complaint, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${complaint} within ${HANGING / 1000} s`)), HANGING);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
