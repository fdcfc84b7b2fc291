// The links and headings of a page as a screen reader announces them.

// A line such as `- link "Strategy II.2":`, which YAML quotes once more where the name has a colon in it.
const LINE = /^(?<indent> *)- (?<quoted>'?)(?<role>link|heading)(?: "(?<name>(?:[^"\\]|\\.)*)")?/;
const TARGET = /^ *- \/url: (?<url>.+)$/;

/** Every link and heading in document order, as `{ role, name, url }`; what is folded away is opened first. */
export async function namedParts(page) {
  await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
  const parts = [];
  for (const line of (await page.locator('body').ariaSnapshot()).split('\n')) {
    const { role, name, quoted } = LINE.exec(line)?.groups ?? {};
    if (role) parts.push({ role, name: unquote(name ?? '', quoted) });
    const { url } = TARGET.exec(line)?.groups ?? {};
    if (url) parts.findLast((part) => part.role === 'link').url ??= url.replaceAll('"', '');
  }
  return parts;
}

const unquote = (name, quoted) => (quoted ? name.replaceAll("''", "'") : name);
