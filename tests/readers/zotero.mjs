// What Zotero takes from the head of a page: the rules of its translator "Embedded Metadata" and of the import of RDF
// that it calls, as far as our pages meet them. Written anew after what those translators document and do.

/** The fields that Zotero knows under the names of Highwire Press. */
const HIGHWIRE = {
  citation_title: 'title',
  citation_publication_date: 'date',
  citation_date: 'date',
  citation_journal_title: 'publicationTitle',
  citation_volume: 'volume',
  citation_issue: 'issue',
  citation_technical_report_institution: 'institution',
  citation_doi: 'DOI',
  citation_public_url: 'url',
  citation_language: 'language',
};

/** The type that a name of Highwire Press proves. */
const PROVES = {
  citation_journal_title: 'journalArticle',
  citation_technical_report_institution: 'report',
  citation_conference_title: 'conferencePaper',
  citation_book_title: 'bookSection',
  citation_dissertation_institution: 'thesis',
};

const TYPES = ['journalArticle', 'report', 'book', 'webpage', 'thesis', 'bookSection'];

/** A name by its parts: at the comma, or else at the last space. */
function person(text, hasComma) {
  const clean = text.replace(/^[\s.,/[\]:]+|[\s.,/[\]:]+$/g, '').replace(/\s+/g, ' ');
  if (hasComma) {
    const [lastName, firstName] = clean.split(/, ?/);
    return firstName ? { firstName, lastName } : { lastName };
  }
  const space = clean.lastIndexOf(' ');
  return space < 0 ? { lastName: clean } : { firstName: clean.slice(0, space), lastName: clean.slice(space + 1) };
}

function creators(values) {
  return values.flatMap((value) => {
    let names = value.split(/\s*;\s*/);
    const parts = value.split(/\s*,\s*/);
    // Several names in a row, none of them turned round.
    if (names.length === 1 && parts.length > 1 && parts[0].includes(' ') && parts[1].includes(' ')) names = parts;
    return names.filter((name) => /[^\s,.;-]/.test(name)).map((name) => person(name, name.includes(',')));
  });
}

/** The item that Zotero makes of the elements of a head: `[{ name, property, content }]`. */
export function embeddedItem(metas) {
  const named = metas.flatMap(({ name, property, content }) => ((name || property) && content ? [[name || property, content]] : []));
  const all = (name) => named.filter(([own]) => own === name).map(([, content]) => content);
  const first = (...names) => names.flatMap(all)[0];

  const proven = named.map(([name]) => PROVES[name]).filter(Boolean).at(-1);
  const guessed = named.some(([name]) => name === 'citation_title') ? 'journalArticle' : undefined;
  const declared = TYPES.find((type) => type === first('DC.type'));
  const social = { website: 'webpage', book: 'book' }[first('og:type')];
  const isRdf = named.some(([name]) => /^(DC|og)[.:]/.test(name));

  const item = { itemType: social ?? declared ?? proven ?? guessed ?? (isRdf ? 'webpage' : undefined) };
  Object.assign(item, Object.fromEntries(Object.entries({
    title: first('DC.title', 'og:title'),
    publicationTitle: first('DC.source', 'og:site_name'),
    date: first('DC.date'),
    language: first('DC.language'),
  }).filter(([, value]) => value)));
  for (const [name, field] of Object.entries(HIGHWIRE)) {
    // Several of a name run together, as they do there.
    if (all(name).length) item[field] = all(name).join(', ').trim();
  }
  const authors = creators(all('citation_author'));
  item.creators = authors.length ? authors : all('DC.creator').map((name) => person(name, name.includes(',')));
  const [start, end] = [first('citation_firstpage'), first('citation_lastpage')];
  if (start) item.pages = end ? `${start}-${end}` : start;
  return item;
}
