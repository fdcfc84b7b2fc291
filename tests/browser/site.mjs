// Lectern behind a browser, for a file of tests or a script.
import { after, before } from 'node:test';
import { startBrowser } from './browser.mjs';
import { HANGING } from './hanging.mjs';
import { startServer } from './server.mjs';

/** Starts Lectern and a browser; `stop` ends both. */
export async function startSite() {
  const { origin, stop: stopServer } = await startServer();
  const browser = await startBrowser();

  async function newContext(options) {
    const context = await browser.newContext({ baseURL: origin, ...options });
    context.setDefaultTimeout(HANGING);
    return context;
  }

  /** Gives `use` a page in a context of its own and closes it afterwards. */
  async function withPage(options, use) {
    const context = await newContext(options);
    try {
      return await use(await context.newPage());
    } finally {
      await context.close();
    }
  }

  let opening;
  /** The one tab for all tests of a file that leave nothing behind. */
  const tab = () => (opening ??= newContext().then((context) => context.newPage()));

  // The browser first: it holds connections the server would wait for.
  async function stop() {
    await browser.close();
    await stopServer();
  }

  return { origin, newContext, withPage, tab, stop };
}

/** Starts Lectern and a browser before the first test of a file and ends them after the last. */
export function useSite() {
  const site = use(startSite);
  return {
    get origin() { return site().origin; },
    newContext: (options) => site().newContext(options),
    withPage: (options, use) => site().withPage(options, use),
    tab: () => site().tab(),
  };
}

/** The same without a browser. */
export function useServer() {
  const server = use(startServer);
  return {
    get origin() { return server().origin; },
  };
}

// Nothing runs yet when a file declares its tests, so what it gets asks for the running one.
function use(start) {
  let running;
  before(async () => { running = await start(); });
  after(() => running?.stop());
  return () => running;
}
