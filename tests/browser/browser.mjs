// Starts the Chromium that is on this machine.
import { chromium } from 'playwright-core';
import { FLAGS, findChromium } from './chromium.mjs';

/** Long enough for a browser's first start on a cold, busy machine. */
const COLD_START = 120_000;

/** Starts a headless browser with a fresh profile. */
export function startBrowser() {
  return chromium.launch({ executablePath: findChromium(), args: FLAGS, timeout: COLD_START });
}
