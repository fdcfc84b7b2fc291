// One page of each kind the site has.

export const NOT_FOUND = '/no-such-page';

export const PRINCIPLE = '/strategy/principles/sovereignty';

export const PARAGRAPH = '/strategy/II.2.p1';

// A section with its epigraph, a paragraph, and a pair.
export const HANDOUT = '/handout?refs=strategy/preface,research/2.2.2.p1,strategy/II.2.p1~research/2.2.1.p1&title=An+evening';

export const PAGE_KINDS = [
  '/',
  '/strategy',
  '/strategy/full',
  '/strategy/chapters/basic-principles',
  PRINCIPLE,
  `${PRINCIPLE}/cite`,
  `${PRINCIPLE}/matches`,
  PARAGRAPH,
  '/strategy/preface.epigraph',
  '/research/tasks',
  '/principles',
  '/concordance',
  '/concordance/links',
  '/concordance/links/differs',
  '/concordance/links/formulas',
  '/concordance/links/m22',
  '/concordance/silences',
  '/compare',
  '/compare/strategy-II.2/research-2.2.1',
  '/compare/strategy-II/research-2.2',
  '/handout',
  HANDOUT,
  '/strategy/capture',
  '/editions',
  '/api',
  '/about',
  '/method',
  '/study',
  '/terms',
  '/terms/sovereignty',
  '/actors',
  '/search',
  '/search?q=sovereignty',
  '/search?q=Snowden',
  NOT_FOUND,
];
