/** Fails with the complaints themselves, one a line, if there are any. */
export function assertNone(complaints) {
  if (complaints.length > 0) throw new Error(`\n${complaints.join('\n')}`);
}
