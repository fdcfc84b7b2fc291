// Lectern with an address of its own, and everything that can be cited there.
import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { startServer } from '../browser/server.mjs';

export const BASE = 'https://texts.example';

export async function startSite() {
  const server = await startServer('--base-url', BASE);
  // A connection of its own for each: an engine may take longer than the server keeps an idle one.
  const get = async (path) => {
    const [answer] = await once(request(server.origin + path, { agent: false }).end(), 'response');
    const body = await text(answer);
    if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode}`);
    return body;
  };
  return { get, stop: server.stop };
}

/** The pages of all documents, sections, paragraphs and epigraphs, and of a few matches. */
export async function citedPages(get) {
  const pages = [];
  for (const document of ['/strategy', '/research']) {
    pages.push(document);
    const { sections } = JSON.parse(await get(`${document}.json`));
    for (const section of sections) {
      const epigraphs = section.quotations.filter((one) => one.ref);
      pages.push(section.url, ...[...epigraphs, ...section.paragraphs].map((one) => one.url));
    }
  }
  const { links } = JSON.parse(await get('/concordance.json'));
  return [...pages, ...links.slice(0, 5).map((link) => `/concordance/links/${link.id}`)];
}
