// Joiners, marks of direction and other characters that show nothing when they stand alone.
const INVISIBLE = /^[\s\p{Z}\p{Cc}\p{Cf}]*$/u;

/** True if a reader would see something. Pure. */
export function isVisible(text: string): boolean {
  return !INVISIBLE.test(text);
}
