// Which kinds of elements a page has, and which pages show all kinds there are.
import { parse } from 'parse5';
import { elements } from './crawl.mjs';

// So many pages show each kind of element, since the words and numbers in it differ.
const TIMES = 3;

/**
 * Some of `pages`, a map from path to HTML, in the same order: each kind of element that any page has stands on
 * three of them, or on all that have it.
 */
export function pagesOfEveryShape(pages) {
  const seen = new Map();
  return [...pages].filter(([, html]) => {
    const shapes = shapesOf(html);
    const isNew = [...shapes].some((shape) => (seen.get(shape) ?? 0) < TIMES);
    if (isNew) for (const shape of shapes) seen.set(shape, (seen.get(shape) ?? 0) + 1);
    return isNew;
  }).map(([path]) => path);
}

/** Every element by its name and classes, in those around it. */
function shapesOf(html) {
  const shapes = new Set();
  for (const element of elements(parse(html))) shapes.add(`${nameOf(element.parentNode)} > ${nameOf(element)}`);
  return shapes;
}

function nameOf({ nodeName, attrs = [] }) {
  const classes = attrs.find(({ name }) => name === 'class')?.value ?? '';
  return [nodeName, ...classes.split(/\s+/).sort()].join('.');
}
