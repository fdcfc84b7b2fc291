// What axe finds on a page.
import axe from 'axe-core';

/**
 * Brings axe to every page that this context, or this tab, opens from now on. A browser's own
 * script is not the page's, so the site's policy stays in force.
 */
export const withAxe = (context) => context.addInitScript({ content: axe.source });

/**
 * The violations on the page as it stands, a line each. Where `withAxe` was not
 * called, axe is injected, which the site's own policy rightly forbids: the page's
 * context must bypass it. `rules` are switched on besides those that axe runs by itself.
 */
export async function axeViolations(page, rules = []) {
  const on = Object.fromEntries(['target-size', ...rules].map((id) => [id, { enabled: true }]));
  return run(page, { rules: on });
}

/** The same by the rules of colour alone, for a page that was looked at in another scheme. */
export const colourViolations = (page) => run(page, { runOnly: ['color-contrast', 'link-in-text-block'] });

/** The same by the rule of the size of targets alone, for a page that was looked at in another width. */
export const sizeViolations = (page) => run(page, { runOnly: ['target-size'] });

async function run(page, options) {
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(axe.source);
  // Passes are counted for nobody, and to describe each of them takes most of the time.
  const quick = { resultTypes: ['violations'], ...options };
  const { violations } = await page.evaluate((options) => window.axe.run(options), quick);
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target).join(', ')}`);
}
