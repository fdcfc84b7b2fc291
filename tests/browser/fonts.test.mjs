// The browser has the fonts of the chosen set and no others, or the other tests prove less than they say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FONT_SET, FONT_SETS } from './fonts.mjs';
import { useSite } from './site.mjs';

const { withPage } = useSite();
const { sans, serif, chinese } = FONT_SETS[FONT_SET];

test(`the fonts are those of ${FONT_SET}`, () => withPage({}, async (page) => {
  assert.deepEqual(await families(page, 'font-family: system-ui', 'Text'), [sans]);
  assert.deepEqual(await families(page, 'font-family: sans-serif', 'Text'), [sans]);
  assert.deepEqual(await families(page, 'font-family: serif', 'Text'), [serif]);
  for (const other of Object.values(FONT_SETS)) {
    const asked = await families(page, `font-family: "${other.sans}", serif`, 'Text');
    assert.deepEqual(asked, [other.sans === sans ? sans : serif]);
  }
}));

test('Chinese has a font or none', () => withPage({}, async (page) => {
  const [family] = await families(page, 'font-family: system-ui', '网络主权', 'zh-Hans');
  assert.match(family, chinese ?? new RegExp(`^${sans}$`));
}));

test('the site uses the font of the system', () => withPage({}, async (page) => {
  await page.goto('/');
  assert.deepEqual(await familiesOf(page, '.search button'), [sans]);
}));

async function families(page, style, words, language = 'en') {
  await page.setContent(`<p lang="${language}" style='${style}'>${words}</p>`);
  return familiesOf(page, 'p');
}

/** The fonts that the words of the first such element are drawn in. */
async function familiesOf(page, selector) {
  const tools = await page.context().newCDPSession(page);
  await tools.send('DOM.enable');
  await tools.send('CSS.enable');
  const { root } = await tools.send('DOM.getDocument');
  const { nodeId } = await tools.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await tools.send('CSS.getPlatformFontsForNode', { nodeId });
  return fonts.map(({ familyName }) => familyName);
}
