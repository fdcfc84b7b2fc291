// One page of each kind the site has.

export const NOT_FOUND = '/no-such-page';

export const PRINCIPLE = '/strategy/principles/sovereignty';

export const PAGE_KINDS = [
  '/',
  '/strategy',
  '/strategy/full',
  '/strategy/chapters/basic-principles',
  PRINCIPLE,
  '/research/tasks',
  '/principles',
  '/about',
  '/method',
  NOT_FOUND,
];
