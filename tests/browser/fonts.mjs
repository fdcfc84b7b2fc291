// The sets of fonts that layout is tested on. Each is all that its browser sees of the machine's.
import path from 'node:path';

/** Each set by its name, with the families that stand in for what a page may ask for. */
export const FONT_SETS = {
  dejavu: { sans: 'DejaVu Sans', serif: 'DejaVu Serif', chinese: null },
  noto: { sans: 'Noto Sans', serif: 'Noto Serif', chinese: /^Noto \S+ CJK/ },
};

/** The set that LECTERN_FONTS names; without it, the first. */
export const FONT_SET = process.env.LECTERN_FONTS ?? Object.keys(FONT_SETS)[0];

if (!(FONT_SET in FONT_SETS)) throw new Error(`LECTERN_FONTS is one of ${Object.keys(FONT_SETS).join(', ')}`);

/** What tells a browser on Linux to use the set. */
export const FONTCONFIG_FILE = path.join(import.meta.dirname, 'fonts', `${FONT_SET}.conf`);
