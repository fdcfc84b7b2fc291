/**
 * After so many milliseconds something hangs. Nothing takes as long on any machine, however busy,
 * so a test that fails by this has found a fault.
 */
export const HANGING = 180_000;
