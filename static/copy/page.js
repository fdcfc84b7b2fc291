// The search of a copy of the site: what its texts have on a query, found by Pagefind and shown as the server would show it.
import { folded, loaded, named } from './names.js';

const PER_PAGE = 10;

// So many passages of a section stand at once, the others behind them.
const BEST = 3;

const WORDS = { excerptLength: 40, excerptEllipsis: '…' };

// What narrows a query, and the filter of the index that it sets.
const FILTERS = { doc: 'document', kind: 'kind' };
const OPERATOR = /(?<!\S)(doc|kind):(\S+)/giu;

const PLACE = document.getElementById('found');
const STATUS = document.getElementById('found-status');
const HELP = document.querySelector('.search-help');

function make(name, attributes, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(key, value);
  }
  element.append(...content);
  return element;
}

const say = (count, one, many) => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** The address of a search. */
function searchFor(query, page = 1) {
  const parameters = new URLSearchParams({ q: query, ...(page > 1 && { page }) });
  return `?${parameters}`;
}

/** A query without what narrows it by this name, or narrowed by another value. */
function narrowed(query, name, value) {
  const others = query.replace(OPERATOR, (operator, own) => (own.toLowerCase() === name ? '' : operator)).trim();
  return value ? `${name}:${value} ${others}`.trim() : others;
}

/** A query as Pagefind takes it: the words, and what they are narrowed to. */
function read(query, library) {
  const filters = {};
  const text = query.replace(OPERATOR, (_, operator, value) => {
    const asked = folded(value);
    const names = operator.toLowerCase() === 'doc'
      ? library.documents.map(({ id, folded: all }) => [id, ...all])
      : library.kinds.map(({ id, one, many }) => [id, one, many]);
    const [id] = names.find((all) => all.some((name) => folded(name) === asked)) ?? [value];
    filters[FILTERS[operator.toLowerCase()]] = id;
    return ' ';
  });
  // A phrase is one in straight marks, and whole.
  const typed = text.replaceAll(/[“”„«»]/g, '"').trim();
  const sought = typed.split(/\s+/).filter((word) => folded(word) && !library.unsought.has(folded(word)));
  return { typed, words: typed.startsWith('"') || sought.length === 0 ? [typed] : sought, filters };
}

/** The words of a text, and what stands between two: where no space does, Pagefind parts them by a sign of no width. */
function partsOf(text) {
  const sign = '\u200B';
  return text.includes(sign) ? [text.split(sign), ''] : [text.split(/\s+/), ' '];
}

/** Whether a word that was found may be a form of one that was asked for: half of that is the same. */
function areAlike(found, asked) {
  const [a, b] = [folded(found), folded(asked)];
  let alike = 0;
  while (alike < b.length && a[alike] === b[alike]) alike += 1;
  return alike >= Math.min(b.length, Math.max(3, b.length / 2));
}

/** Whether the texts have a word or phrase. Pagefind takes another for a word that it does not know, such as “a” for “alert”. */
async function isKnown(pagefind, word) {
  const { results: [best] } = await pagefind.search(word);
  if (!best || word.startsWith('"') || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word)) return Boolean(best);
  const { raw_content: text, locations } = await best.data();
  const [words] = partsOf(text);
  return locations.some((at) => areAlike(words[at], word));
}

/** The sections that have the words that the texts know, and the words that they do not. */
async function sectionsWith(pagefind, { words, filters }) {
  const known = [];
  const unknown = [];
  // One after the other: Pagefind loses parts of its index that come at once.
  for (const word of words) {
    const list = word === '' || await isKnown(pagefind, word) ? known : unknown;
    list.push(word);
  }
  const sought = known.join(' ');
  if (known.length === 0) return { results: [], sought, unknown };
  const { results } = await pagefind.search(sought || null, { filters });
  return { results, sought, unknown };
}

/** Pagefind with all indexes of the copy. It loads the one of the page's language, which is that of the texts here. */
async function startPagefind([language, ...others]) {
  const pagefind = await import('./pagefind/pagefind.js');
  pagefind.options(WORDS);
  const page = document.documentElement;
  const own = page.lang;
  page.lang = language;
  pagefind.init();
  page.lang = own;
  const folder = new URL('pagefind/', import.meta.url).href;
  for (const other of others) await pagefind.mergeIndex(folder, { ...WORDS, language: other });
  await pagefind.filters();
  return pagefind;
}

/** Words of an excerpt, in which `<mark>` is all that is no text; marks are about words without the signs around them. */
function wordsOf(excerpt) {
  const plain = (text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  return excerpt.split(/<\/?mark>/).flatMap((part, at) => {
    if (at % 2 === 0) return [plain(part)];
    const [, before, word, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(plain(part));
    return [before, ...(word ? [make('mark', {}, word)] : []), after];
  });
}

const languageOf = ({ language, direction }) => ({ lang: language, dir: direction });

// ---- What the query names.

function goTo({ documents, places, terms }) {
  const entry = (label, url, detail, of) => make('li', { 'data-colour': of?.colour },
    make('a', { href: url, ...(of && languageOf(of)) }, label), ' ', make('span', { class: 'reference' }, detail));
  const entries = [
    ...places.map(({ label, url, ref, document: own }) => entry(label, url, `${own.short} ${ref.slice(own.id.length + 1)}`, own)),
    ...documents.map((one) => entry(one.label, one.url, 'Text', one)),
    ...terms.map(({ label, url }) => entry(label, url, 'Term')),
  ];
  return entries.length === 0 ? [] : [make('h2', {}, 'Go to'), make('ul', { class: 'entries near' }, ...entries)];
}

// ---- The sections that have its words.

function passage(place, { anchor, excerpt }) {
  const link = make('a', { class: 'ref', href: `${place.url}#${anchor.id}` }, anchor.id);
  return make('li', languageOf(place.document), link, ' ', ...wordsOf(excerpt));
}

/** How the text of a section begins, where only its heading has the words. */
function opening({ raw_content: text, anchors: [first, second] }) {
  if (!first) return [];
  const [words, space] = partsOf(text);
  const end = first.location + WORDS.excerptLength;
  const shown = words.slice(first.location, Math.min(end, second?.location ?? end)).join(space);
  return [{ anchor: first, excerpt: `${shown}${end < (second?.location ?? words.length) ? `${space}…` : ''}` }];
}

function result(found, library) {
  const place = library.placeAt.get(found.meta.ref);
  const own = place.document;
  const number = place.ref.slice(own.id.length + 1);
  const crumbs = [];
  for (let above = library.placeAt.get(place.above); above; above = library.placeAt.get(above.above)) {
    crumbs.unshift(' ', make('a', { href: above.url, ...languageOf(own) }, above.label));
  }
  const passages = found.sub_results.filter(({ anchor }) => anchor);
  const worth = ({ weighted_locations: all }) => all.reduce((sum, one) => sum + one.balanced_score, 0);
  const best = passages.toSorted((a, b) => worth(b) - worth(a)).slice(0, BEST);
  const lines = (all) => make('ul', { class: 'result-words' }, ...all.map((one) => passage(place, one)));
  const more = passages.filter((one) => !best.includes(one));
  const entry = make('li', { 'data-colour': own.colour },
    make('p', { class: 'result-place' }, make('span', { class: 'kind' }, own.short), ' ', make('span', { class: 'reference' }, number), ...crumbs),
    make('h3', languageOf(own), make('a', { href: place.url }, place.label)));
  const shown = best.length > 0 ? passages.filter((one) => best.includes(one)) : opening(found);
  if (shown.length > 0) entry.append(lines(shown));
  if (more.length > 0) {
    entry.append(make('details', { class: 'result-more' }, make('summary', {}, `${more.length} more in ${number}`), lines(more)));
  }
  return entry;
}

function paging(query, page, last) {
  const near = Array.from({ length: last }, (_, at) => at + 1)
    .filter((number) => number === 1 || number === last || Math.abs(number - page) <= 2);
  const numbers = near.map((number) => make('a', {
    href: searchFor(query, number), 'aria-label': `Page ${number}`, 'aria-current': number === page ? 'page' : undefined,
  }, `${number}`));
  return make('nav', { class: 'paging', 'aria-label': 'Pages of results' },
    ...(page > 1 ? [make('a', { rel: 'prev', href: searchFor(query, page - 1) }, 'Previous')] : []),
    ...numbers,
    ...(page < last ? [make('a', { rel: 'next', href: searchFor(query, page + 1) }, 'Next')] : []));
}

/** Links that narrow the results to one of several values, or widen them again. */
function choices(query, name, title, counts, chosen, all) {
  const offered = all.filter(({ id }) => counts[id] > 0 || id === chosen);
  if (offered.length < 2 && !chosen) return [];
  const choice = (label, count, value, colour) => make('li', {}, make('a', {
    href: searchFor(narrowed(query, name, value)), 'aria-current': value === chosen ? 'true' : undefined, 'data-colour': colour,
  }, label, ' ', make('small', {}, `${count}`)));
  const total = offered.reduce((sum, { id }) => sum + (counts[id] ?? 0), 0);
  return [make('ul', { 'aria-label': title }, make('li', { 'aria-hidden': 'true' }, title),
    choice('All', total),
    ...offered.map(({ id, label, colour }) => choice(label(counts[id] ?? 0), counts[id] ?? 0, id, colour)))];
}

async function narrowing(query, pagefind, library, sought, filters) {
  const counts = async (name) => {
    const { [name]: _, ...others } = filters;
    const found = await pagefind.search(sought || null, { filters: others });
    return found.filters[name] ?? {};
  };
  const documents = library.documents.map(({ id, short, colour }) => ({ id, colour, label: () => short }));
  const kinds = library.kinds.map(({ id, one, many }) => ({ id, label: (count) => (count === 1 ? one : many) }));
  const lists = [
    ...choices(query, 'doc', 'Text', await counts('document'), filters.document, documents),
    ...choices(query, 'kind', 'Kind', await counts('kind'), filters.kind, kinds),
  ];
  return lists.length === 0 ? [] : [make('nav', { class: 'filters narrow', 'aria-label': 'Narrow the results' }, ...lists)];
}

// ---- The page.

const quoted = (query) => `“${query.replace(/^["“”](.*)["“”]$/, '$1')}”`;

/** Gives the page the title of what it shows. */
function entitle(title) {
  document.title = document.title.replace(/^[^·]*/, () => `${title} `);
  document.querySelector('#site-main h1').textContent = title;
}

function showPlaces(query, names) {
  entitle(`Results for ${quoted(query)}`);
  PLACE.replaceChildren(...goTo(names));
  STATUS.textContent = say(names.places.length, 'place', 'places');
}

async function show(query, asked) {
  const library = await loaded();
  const reading = read(query, library);
  const [names, pagefind] = await Promise.all([named(reading.typed), startPagefind(library.languages)]);
  // Who writes the number of a place asks for no words.
  if (names.places.length > 0 && /\d/.test(reading.typed)) {
    showPlaces(query, names);
    return;
  }
  const { results, sought, unknown } = await sectionsWith(pagefind, reading);
  const last = Math.max(1, Math.ceil(results.length / PER_PAGE));
  const page = Math.min(Math.max(1, asked), last);
  const first = (page - 1) * PER_PAGE;
  const found = await Promise.all(results.slice(first, first + PER_PAGE).map((one) => one.data()));
  const lacking = unknown.length === 0 ? '' : `The texts do not have ${unknown.map(quoted).join(', ')}.`;
  const count = results.length > 0 ? say(results.length, 'section', 'sections') : lacking || 'No section has all these words.';
  const goes = goTo(names);
  entitle(`${results.length + goes.length > 0 ? 'Results' : 'No results'} for ${quoted(query)}`);
  const isNarrow = results.length > 0 || Object.keys(reading.filters).length > 0;
  const narrow = isNarrow ? await narrowing(query, pagefind, library, sought, reading.filters) : [];
  document.getElementById('found-narrow').replaceChildren(...narrow);
  HELP.open = results.length + goes.length === 0;
  PLACE.replaceChildren(...goes, ...(results.length > 0
    ? [...(lacking ? [make('p', { class: 'said' }, lacking)] : []), make('h2', { class: 'found-total' }, count), make('ol', { class: 'results', start: first + 1 }, ...found.map((one) => result(one, library)))]
    : [make('p', { class: 'said' }, count)]));
  if (last > 1) PLACE.append(paging(query, page, last));
  STATUS.textContent = count;
}

const parameters = new URLSearchParams(location.search);
const query = (parameters.get('q') ?? '').trim().slice(0, 500);
HELP.hidden = false;
HELP.open = !query;
if (query) {
  document.getElementById('site-search').value = query;
  STATUS.textContent = 'Searching';
  show(query, Number.parseInt(parameters.get('page') ?? '1', 10) || 1).catch((error) => {
    console.error(error);
    const said = 'The search could not be loaded. Please try again.';
    PLACE.replaceChildren(make('p', { class: 'fault' }, said));
    STATUS.textContent = said;
  });
}
