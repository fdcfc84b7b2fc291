// What axe finds on a page.
import axe from 'axe-core';

/**
 * The violations on the page as it stands, a line each. Injecting axe is what the
 * site's own policy rightly forbids, so the page's context must bypass it. `rules`
 * are switched on besides those that axe runs by itself.
 */
export async function axeViolations(page, rules = []) {
  await page.evaluate(axe.source);
  const on = Object.fromEntries(['target-size', ...rules].map((id) => [id, { enabled: true }]));
  const { violations } = await page.evaluate((rules) => window.axe.run({ rules }), on);
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target).join(', ')}`);
}
