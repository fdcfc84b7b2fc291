// A page on paper.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text as read } from 'node:stream/consumers';

/** Prints a page; resolves to the text of every sheet. */
export async function print(page, format) {
  const pdf = await page.pdf({ format });
  const poppler = spawn('pdftotext', ['-', '-'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(poppler, 'exit');
  poppler.stdin.end(pdf);
  const text = await read(poppler.stdout);
  assert.deepEqual(await ended, [0, null]);
  return text.split('\f').slice(0, -1);
}
