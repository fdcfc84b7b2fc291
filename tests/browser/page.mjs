// What tests ask of a browser's page.
import { NOT_FOUND } from './kinds.mjs';

/** Goes to a page and waits until its own fonts have come: before, everything may still move. */
export async function open(page, path) {
  const response = await page.goto(path);
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  return response;
}

/** Gives the window a size and waits until the page has it. */
export async function resize(page, width, height) {
  await page.setViewportSize({ width, height });
  await page.waitForFunction((width) => innerWidth === width, width);
}

/** By how many pixels the page is wider than its window; not over 0 where it fits. */
export const overflow = (page) => page.evaluate(() => {
  const { scrollWidth, clientWidth } = document.scrollingElement;
  return scrollWidth - clientWidth;
});

/** The same as a list of complaints. */
export async function overflows(page) {
  const over = await overflow(page);
  return over > 0 ? [`${over} px too wide`] : [];
}

/** An id with dots in it, as a selector. */
export const byId = (id) => `[id="${id}"]`;

/**
 * Collects what goes wrong on a page from now on: console errors, exceptions,
 * requests to other hosts and breaches of the Content-Security-Policy. Resolves
 * to a function that returns those since it was last called.
 */
export async function watchForErrors(page, origin) {
  const errors = [];
  page.on('console', (message) => {
    // Chromium logs the 404 of the not-found page itself as an error.
    const ownStatus = message.text().startsWith('Failed to load resource') && message.location().url === origin + NOT_FOUND;
    if (message.type() === 'error' && !ownStatus) errors.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => errors.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.origin !== origin) errors.push(`request: ${url}`);
  });
  await page.addInitScript(() => {
    window.breaches = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      window.breaches.push(`${event.effectiveDirective} forbids ${event.blockedURI}`);
    });
  });
  return async () => [...errors.splice(0), ...await page.evaluate(() => window.breaches.splice(0))];
}

/** Lets a page read and write the clipboard. */
export const MAY_COPY = { permissions: ['clipboard-read', 'clipboard-write'] };

/** What the clipboard holds, also where a test keeps it from the page as `window.clipboard`. */
export const copied = (page) => page.evaluate(() => (window.clipboard ?? navigator.clipboard).readText());

/** Presses Tab until one of these elements has the focus. */
export async function tabTo(locator) {
  const hasFocus = (elements) => elements.includes(document.activeElement);
  for (let presses = 0; presses < 200; presses += 1) {
    await locator.page().keyboard.press('Tab');
    if (await locator.evaluateAll(hasFocus)) return;
  }
  throw new Error(`no ${locator} in 200 tab stops`);
}
