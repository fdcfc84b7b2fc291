// BibTeX, RIS and CSL-JSON say the same of everything that can be cited, as other programs read them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { BASE, citedPages, startSite } from './site.mjs';

const PYTHON = path.join(import.meta.dirname, '.venv/bin/python');
const READER = path.join(import.meta.dirname, 'read_formats.py');

/** What bibtexparser and rispy find, by name. */
function readByOthers(files) {
  const { status, stdout, stderr } = spawnSync(PYTHON, [READER], { input: JSON.stringify(files), encoding: 'utf8', maxBuffer: 1e8 });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

/** A CSL item as it is compared: the types that only CSL tells apart are one. */
function readCsl(text) {
  const [item, ...more] = JSON.parse(text);
  assert.equal(more.length, 0);
  const type = ['webpage', 'document'].includes(item.type) ? 'other' : item.type;
  const accessed = item.accessed && { accessed: item.accessed['date-parts'][0] };
  return { ...item, type, issued: item.issued['date-parts'][0], ...accessed };
}

let site;
const files = {};
before(async () => {
  site = await startSite();
  for (const page of await citedPages(site.get)) {
    const [bib, ris, csl] = await Promise.all(['.bib', '.ris', '.csl.json'].map((ending) => site.get(page + ending)));
    files[page] = { bib, ris, csl };
  }
});
after(() => site?.stop());

describe('the formats of programs that keep references', () => {
  test('say the same of everything that can be cited', () => {
    const found = readByOthers(files);
    assert.ok(Object.keys(files).length > 150, `only ${Object.keys(files).length} things`);
    for (const [page, { csl }] of Object.entries(files)) {
      const item = readCsl(csl);
      assert.deepEqual(found[page].bib, item, `${page}.bib`);
      assert.deepEqual(found[page].ris, item, `${page}.ris`);
      assert.equal(item.URL, BASE + page);
    }
  });

  test('have the day of access where a reader gives it', async () => {
    const page = '/research/2.2.1.p1';
    const [bib, ris, csl] = await Promise.all(['.bib', '.ris', '.csl.json'].map((ending) => site.get(`${page}${ending}?accessed=2026-11-28`)));
    const item = readCsl(csl);
    assert.deepEqual(item.accessed, [2026, 11, 28]);
    const found = readByOthers({ page: { bib, ris, csl } });
    assert.deepEqual([found.page.bib, found.page.ris], [item, item]);
  });

  test('have type, makers and date of both texts', () => {
    const [strategy, paper] = ['/strategy', '/research'].map((page) => readCsl(files[page].csl));
    assert.deepEqual([strategy.type, strategy.issued, strategy.author.map((one) => one.literal)[0]], [
      'report', [2017, 3, 1], "Ministry of Foreign Affairs of the People's Republic of China",
    ]);
    assert.deepEqual([paper.type, paper.issued, paper.author.map((one) => one.family), paper['container-title'], paper.volume, paper.issue, paper.page, paper.DOI], [
      'article-journal', [2016], ['Fang', 'Du', 'Zhang', 'Wang'], 'Strategic Study of CAE', '18', '6', '13-16', '10.15302/J-SSCAE-2016.06.003',
    ]);
  });

  // Each reader notices each of these: else what it says of our files would be worth nothing.
  for (const [what, spoil] of Object.entries({
    'an open brace': ({ bib, ...rest }) => ({ ...rest, bib: bib.replace('{2016},', '{2016,') }),
    'another year in BibTeX': ({ bib, ...rest }) => ({ ...rest, bib: bib.replace('{2016}', '{2017}') }),
    'authors that run together': ({ bib, ...rest }) => ({ ...rest, bib: bib.replace(' and Du', '; Du') }),
    'an unknown field': ({ bib, ...rest }) => ({ ...rest, bib: bib.replace('doi =', 'dol =') }),
  })) {
    test(`${what} is noticed`, () => spoiled(spoil, 'bib'));
  }
  for (const [what, spoil] of Object.entries({
    'no end': ({ ris, ...rest }) => ({ ...rest, ris: ris.replace(/ER {2}- \r\n/, '') }),
    'lines without CR': ({ ris, ...rest }) => ({ ...rest, ris: ris.replaceAll('\r', '') }),
    'an author less': ({ ris, ...rest }) => ({ ...rest, ris: ris.replace(/AU {2}- Du, Aning\r\n/, '') }),
    'a wrong tag': ({ ris, ...rest }) => ({ ...rest, ris: ris.replace('DO  -', 'DQ  -') }),
    'another page': ({ ris, ...rest }) => ({ ...rest, ris: ris.replace('EP  - 16', 'EP  - 61') }),
  })) {
    test(`${what} is noticed`, () => spoiled(spoil, 'ris'));
  }

  function spoiled(spoil, format) {
    const sound = files['/research/2.2.1.p1'];
    const spoilt = spoil(sound);
    assert.notEqual(spoilt[format], sound[format], 'nothing was spoilt');
    const found = readByOthers({ spoilt });
    assert.notDeepEqual(found.spoilt[format], readCsl(sound.csl));
  }
});
