// The names of places and terms in a copy of the site: what a text names, and what may be about to be typed.

const MOST = 8;

/** A text as names are compared: without letter case, marks and punctuation, but for full stops inside a number. */
export function folded(text) {
  const plain = text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();
  return plain.replace(/(?<![\p{L}\p{N}])\.|\.(?![\p{L}\p{N}])|[^\p{L}\p{N}.]+/gu, ' ').replace(/ +/g, ' ').trim();
}

let loading;

/** All that the copy knows by name; it is fetched once. */
export function loaded() {
  loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load() {
  const response = await fetch(new URL('names.json', import.meta.url));
  const library = await response.json();
  // A name in Chinese may be two: 网络主权、网络空间主权.
  const each = (name) => [name, ...name.split(/[、；]/)];
  for (const named of [...library.documents, ...library.places, ...library.terms]) {
    named.folded = [...new Set(named.names.flatMap(each).map(folded))];
  }
  for (const place of library.places) {
    place.document = library.documents.find(({ id }) => place.ref.startsWith(`${id}/`));
    place.alsoFolded = (place.also ?? []).map(folded);
  }
  return {
    ...library,
    unsought: new Set(library.unsought.map(folded)),
    placeAt: new Map(library.places.map((place) => [place.ref, place])),
  };
}

/** The paragraph of a section by its number, as a place. */
function paragraphOf(section, number) {
  const ref = `${section.ref}.p${number}`;
  return { ...section, ref, url: new URL(`../${ref}`, import.meta.url).pathname };
}

/** The places of this name: as it is printed, else in other figures. */
function placesCalled(places, name) {
  const [, above, paragraph] = /^(.+)[. ]p([1-9]\d*)$/.exec(name) ?? [];
  for (const names of ['folded', 'alsoFolded']) {
    const whole = places.filter((place) => place[names].includes(name));
    if (whole.length > 0) return whole;
    const sections = places.filter((place) => place.paragraphs >= paragraph && place[names].includes(above));
    if (sections.length > 0) return sections.map((section) => paragraphOf(section, paragraph));
  }
  return [];
}

/** The places that a text names, with their document or without. */
function placesNamed({ documents, places }, asked) {
  const found = placesCalled(places, asked);
  if (found.length > 0) return found;
  return documents.flatMap((document) => {
    const name = document.folded.find((one) => asked.startsWith(`${one} `));
    return name ? placesCalled(places.filter((place) => place.document === document), asked.slice(name.length + 1)) : [];
  });
}

/** What a text names: documents, places and terms. */
export async function named(text) {
  const library = await loaded();
  const asked = folded(text);
  const isNamed = (one) => one.folded.includes(asked);
  if (!asked) return { documents: [], places: [], terms: [] };
  return {
    documents: library.documents.filter(isNamed),
    places: placesNamed(library, asked),
    terms: library.terms.filter(isNamed),
  };
}

/** How well a name fits words that are being typed: where they stand in it and how many it has; nothing where it has not all. */
function fit(typed, name) {
  const words = name.split(' ');
  const last = typed.at(-1);
  const whole = typed.slice(0, -1);
  if (`${name} `.startsWith(whole.map((word) => `${word} `).join('')) && words[whole.length]?.startsWith(last)) return words.length;
  const has = whole.every((word) => words.includes(word)) && words.some((word) => word.startsWith(last));
  return has ? 1000 + words.length : undefined;
}

/** What is offered while a text is typed: places that it names, then headings and terms that have its words. */
export async function suggestions(text) {
  const library = await loaded();
  const typed = folded(text);
  if (!typed) return [];
  const words = typed.split(' ');
  const places = placesNamed(library, typed).map(({ label, ref, url }) => ({ label, detail: ref, url }));
  const headings = library.places.flatMap(({ label, ref, url }) => {
    const worth = fit(words, folded(label));
    return worth ? [{ worth, label, detail: ref, url }] : [];
  });
  const terms = library.terms.flatMap(({ label, url, names, folded: all }) => {
    const fits = names.flatMap((name) => {
      const worth = fit(words, folded(name));
      return worth ? [{ worth, name }] : [];
    });
    if (fits.length === 0) return [];
    const [{ worth, name }] = fits.sort((a, b) => a.worth - b.worth);
    return [{ worth, label, detail: name === label ? 'Term' : `Term, also “${name}”`, url }];
  });
  const fitting = [...headings, ...terms].sort((a, b) => a.worth - b.worth);
  const offered = [...places, ...fitting];
  const isFirst = ({ url }, at) => offered.findIndex((one) => one.url === url) === at;
  return offered.filter(isFirst).slice(0, MOST);
}
