/** TikTok has more than it lists to us, so what is not listed may exist. */
export class CutListError extends Error {
  constructor(what: string, most: number) {
    super(
      `The ad account has more than ${most.toLocaleString('en')} ${what}, and not all of them are listed.`,
    );
  }
}

/** @throws CutListError if something is missing in a list that may go on */
export function assertWhole(
  wanted: readonly { id: string }[],
  listed: readonly { id: string }[],
  what: string,
  most: number,
): void {
  const known = new Set(listed.map(({ id }) => id));
  if (listed.length >= most && wanted.some(({ id }) => !known.has(id))) throw new CutListError(what, most);
}
