// Finds and starts the Chromium that is on this machine; none is ever downloaded.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

// No sandbox, because tests run as root in containers; the rest keeps the
// browser from calling its makers.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Long enough for a browser's first start on a cold, busy machine. */
export const COLD_START = 120_000;

/** Starts a headless browser with a fresh profile. */
export function startBrowser() {
  return chromium.launch({ executablePath: findChromium(), args: FLAGS, timeout: COLD_START });
}

function findChromium() {
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
