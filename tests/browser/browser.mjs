// Starts the Chromium that is on this machine.
import { chromium } from 'playwright-core';
import { FLAGS, findChromium } from './chromium.mjs';
import { FONTCONFIG_FILE } from './fonts.mjs';
import { HANGING } from './hanging.mjs';

/** Starts a headless browser with a fresh profile and the chosen set of fonts. */
export function startBrowser() {
  return chromium.launch({
    executablePath: findChromium(),
    args: FLAGS,
    env: { ...process.env, FONTCONFIG_FILE },
    timeout: HANGING,
  });
}
