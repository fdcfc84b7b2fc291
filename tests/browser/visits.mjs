// Visits to many pages, one after the other, in as many tabs as a small machine can fill.
import { open } from './page.mjs';

// What is asked of a page leaves its browser nothing to wait for, so one tab a processor.
const AT_ONCE = 2;

/**
 * Opens every path in a context, which is closed afterwards. `prepare` is given each new tab and resolves to a function that says what is wrong with the page in
 * it, as a list. Resolves to all of it, each with its path.
 */
export async function visitAll(context, paths, prepare) {
  const left = paths.values();
  const found = await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    const page = await context.newPage();
    const faults = await prepare(page);
    const complaints = [];
    for (const path of left) {
      await open(page, path);
      complaints.push(...(await faults()).map((complaint) => `${path}: ${complaint}`));
    }
    return complaints;
  }));
  await context.close();
  return found.flat();
}
