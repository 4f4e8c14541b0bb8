const OPENS = new Set(['{', '[']);
const CLOSES = new Set(['}', ']']);

/** How many objects and lists of a JSON text lie within each other; of other text a number without meaning. */
export function jsonDepth(text: string): number {
  let [depth, deepest] = [0, 0];
  // Strings as a whole, so that brackets in them do not count.
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (OPENS.has(token)) depth += 1;
    if (CLOSES.has(token)) depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
