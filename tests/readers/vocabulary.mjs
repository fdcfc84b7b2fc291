// What pages say of their works in JSON-LD, held against the vocabulary of schema.org as its typings
// have it: the compiler of TypeScript knows each type, its properties and what they may be.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parse } from 'parse5';
import ts from 'typescript';
import { PAGE_KINDS } from '../browser/kinds.mjs';
import { citedPages, startSite } from './site.mjs';

let site;
let graphs;

before(async () => {
  site = await startSite();
  graphs = await graphsOfPages();
});
after(() => site.stop());

/** The graphs of all pages, one of each shape, with the page on which it was found. */
async function graphsOfPages() {
  const shapes = new Map();
  const isPage = (path) => !path.includes('?') && path !== '/no-such-page';
  for (const path of [...PAGE_KINDS.filter(isPage), ...(await citedPages(site.get))]) {
    const [head] = (await site.get(path)).split('</head>');
    for (const graph of jsonLd(parse(head))) {
      const shape = JSON.stringify(shapeOf(graph));
      if (!shapes.has(shape)) shapes.set(shape, { path, graph });
    }
  }
  return [...shapes.values()];
}

function jsonLd(node) {
  const type = node.attrs?.find((attribute) => attribute.name === 'type')?.value;
  const own = node.tagName === 'script' && type === 'application/ld+json';
  if (own) return [JSON.parse(node.childNodes[0].value)];
  return (node.childNodes ?? []).flatMap(jsonLd);
}

/** A graph without its words, but with its types. */
function shapeOf(value, key) {
  if (Array.isArray(value)) return value.map((one) => shapeOf(one));
  if (value === null || typeof value !== 'object') return key === '@type' ? value : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shapeOf(one, key)]));
}

/** What is wrong with graphs by the vocabulary: a list for each. */
function faultsOf(graphs) {
  const options = {
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const host = ts.createCompilerHost(options);
  const files = new Map(graphs.map((graph, index) => [
    `${import.meta.dirname}/graph-${index}.mts`,
    `import type { Graph } from 'schema-dts';\nexport const graph: Graph = ${JSON.stringify(graph)};\n`,
  ]));
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, ...rest) => files.has(name)
    ? ts.createSourceFile(name, files.get(name), ts.ScriptTarget.ESNext)
    : getSourceFile(name, ...rest);
  const program = ts.createProgram([...files.keys()], options, host);
  assert.deepEqual(told(program.getGlobalDiagnostics()), []);
  return [...files.keys()].map((name) => {
    const file = program.getSourceFile(name);
    return told([...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]);
  });
}

const told = (diagnostics) =>
  diagnostics.map((one) => ts.flattenDiagnosticMessageText(one.messageText, ' ').slice(0, 300));

/** A graph whose first thing of a type, at any depth, is changed. */
function spoiled(type, change) {
  const thing = (value) => {
    if (value === null || typeof value !== 'object') return undefined;
    if (value['@type'] === type) return value;
    return Object.values(value).map(thing).find(Boolean);
  };
  for (const { graph } of graphs) {
    const copy = structuredClone(graph);
    const found = thing(copy);
    if (found) {
      change(found);
      return copy;
    }
  }
  return assert.fail(`nothing is a ${type}`);
}

test('pages speak the vocabulary of schema.org, and a spoiled one is noticed', () => {
  const types = new Set(graphs.flatMap(({ graph }) => graph['@graph'].map((one) => one['@type'])));
  assert.deepEqual([...types].sort(), ['BreadcrumbList', 'CreativeWork', 'DefinedTerm', 'Report', 'ScholarlyArticle']);
  const bad = [
    spoiled('DefinedTerm', (term) => { term['@type'] = 'DefinedWord'; }),
    spoiled('DefinedTerm', (term) => { term.label = term.name; }),
    spoiled('Report', (work) => { work.pageCount = '7'; }),
    spoiled('PublicationIssue', (issue) => { issue.volumeNumber = '18'; }),
    spoiled('Report', (work) => { work.author = { '@type': 'DefinedTerm', name: 'x' }; }),
    spoiled('ListItem', (item) => { item.position = { '@type': 'Person' }; }),
  ];
  const faults = faultsOf([...graphs.map(({ graph }) => graph), ...bad]);
  for (const { path } of graphs) assert.deepEqual(faults.shift(), [], path);
  assert.equal(faults.length, bad.length);
  faults.forEach((found, index) => assert.notDeepEqual(found, [], `spoiled graph ${index} passes`));
});
