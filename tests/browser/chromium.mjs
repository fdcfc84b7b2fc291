// Where the Chromium of this machine is, and how it is started; none is ever downloaded.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

// The shell first: it is the same browser without windows, and opens a tab in a quarter of the time.
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];

// No sandbox, because tests run as root in containers; the rest keeps the
// browser from calling its makers.
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of the browser: of LECTERN_CHROMIUM, else the first in PATH. */
export function findChromium() {
  if (process.env.LECTERN_CHROMIUM) return process.env.LECTERN_CHROMIUM;
  const directories = (process.env.PATH ?? '').split(path.delimiter);
  const files = NAMES.flatMap((name) => directories.map((directory) => path.join(directory, name)));
  const file = files.find(isExecutable);
  if (!file) throw new Error(`no ${NAMES.join(', ')} in PATH; name one in LECTERN_CHROMIUM`);
  return file;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
