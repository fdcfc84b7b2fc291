// Zotero takes type, title, makers, date, journal and DOI from the head of every page of a text.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { parse } from 'parse5';
import { BASE, citedPages, startSite } from './site.mjs';
import { embeddedItem } from './zotero.mjs';

const nodes = (node) => [node, ...(node.childNodes ?? []).flatMap(nodes)];

function metasOf(html) {
  const metas = nodes(parse(html)).filter((node) => node.tagName === 'meta');
  return metas.map(({ attrs }) => Object.fromEntries(attrs.map(({ name, value }) => [name, value])));
}

let site;
const heads = {};
before(async () => {
  site = await startSite();
  const pages = (await citedPages(site.get)).filter((page) => !page.startsWith('/concordance'));
  for (const page of [...pages, '/strategy/full', '/research/full']) heads[page] = metasOf(await site.get(page));
});
after(() => site?.stop());

const STRATEGY = {
  itemType: 'report',
  title: 'International Strategy of Cooperation on Cyberspace',
  date: '2017/03/01',
  institution: "Ministry of Foreign Affairs of the People's Republic of China",
  language: 'en',
  creators: [{ lastName: "Ministry of Foreign Affairs of the People's Republic of China" }],
};

const PAPER = {
  itemType: 'journalArticle',
  title: 'Research on the International Strategy for National Cyberspace Security',
  publicationTitle: 'Strategic Study of CAE',
  date: '2016',
  volume: '18',
  issue: '6',
  pages: '13-16',
  DOI: '10.15302/J-SSCAE-2016.06.003',
  language: 'en',
  creators: [
    { firstName: 'Binxing', lastName: 'Fang' },
    { firstName: 'Aning', lastName: 'Du' },
    { firstName: 'Xi', lastName: 'Zhang' },
    { firstName: 'Zhongru', lastName: 'Wang' },
  ],
};

describe('Zotero', () => {
  test('takes the work from every page of it', () => {
    assert.ok(Object.keys(heads).length > 150, `only ${Object.keys(heads).length} pages`);
    for (const [page, metas] of Object.entries(heads)) {
      const { url, publicationTitle, ...item } = embeddedItem(metas);
      const { publicationTitle: journal, ...work } = page.startsWith('/strategy') ? STRATEGY : PAPER;
      assert.deepEqual(item, work, page);
      if (journal) assert.equal(publicationTitle, journal, page);
      assert.equal(url, BASE + page.replace(/\/full$/, ''));
    }
  });

  for (const [what, spoil] of Object.entries({
    'a journal that is missing': (meta) => (['citation_journal_title', 'DC.type', 'DC.source'].includes(meta.name) ? [] : [meta]),
    'authors in one element': (meta) => (meta.name === 'citation_author' && !meta.content.startsWith('Fang') ? [] : [meta]),
    'a date of another form': (meta) => [meta.name === 'citation_publication_date' ? { ...meta, content: 'soon' } : meta],
    'a title said twice': (meta) => (meta.name === 'citation_title' ? [meta, meta] : [meta]),
    'a page for an article': (meta) => [meta.name === 'DC.type' ? { ...meta, content: 'webpage' } : meta],
  })) {
    test(`notices ${what}`, () => {
      const { url, ...item } = embeddedItem(heads['/research/2.2.1.p1'].flatMap(spoil));
      assert.notDeepEqual(item, PAPER);
    });
  }

  test('takes a body without the comma for a person', () => {
    const spoilt = heads['/strategy/II.2.p2'].map((meta) => (meta.name === 'citation_author' ? { ...meta, content: meta.content.replace(/,$/, '') } : meta));
    assert.equal(embeddedItem(spoilt).creators[0].lastName, 'China');
  });
});
