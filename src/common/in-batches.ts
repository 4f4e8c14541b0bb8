/** Cuts a list into lists of at most so many items, in their order. */
export function inBatches<Item>(items: readonly Item[], most: number): Item[][] {
  const count = Math.ceil(items.length / most);
  return Array.from({ length: count }, (_, at) => items.slice(at * most, (at + 1) * most));
}

/** Repeats a step that changes at most so many rows, until one finds fewer. @param step returns the rows */
export async function whileFull(most: number, step: () => Promise<readonly unknown[]>): Promise<void> {
  let rows: readonly unknown[];
  do rows = await step();
  while (rows.length === most);
}
