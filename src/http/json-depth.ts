const OPENS = new Set(['{', '[']);
const CLOSES = new Set(['}', ']']);

/** Counts how deeply objects and lists of a JSON text nest. Without meaning for other text. */
export function jsonDepth(text: string): number {
  let [depth, deepest] = [0, 0];
  // Strings match as a whole, so that brackets in them do not count.
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (OPENS.has(token)) depth += 1;
    if (CLOSES.has(token)) depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
