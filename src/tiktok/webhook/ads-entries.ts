const MOST = 100;

/** @returns the entries of an ads webhook; the body itself if it is flat */
export function entriesOf(body: Readonly<Record<string, unknown>>): Record<string, unknown>[] {
  const entries: unknown[] = Array.isArray(body.entry) ? (body.entry as unknown[]).slice(0, MOST) : [body];
  return entries.filter(
    (entry): entry is Record<string, unknown> => typeof entry === 'object' && entry !== null,
  );
}

/** Reads an id, or a list of ids. Some are numbers. @returns only well-formed ones */
export function idsOf(value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? (value as unknown[]).slice(0, MOST) : [value];
  return all.flatMap((one) => {
    const text = typeof one === 'number' ? String(one) : one;
    return typeof text === 'string' && /^\d{1,32}$/.test(text) ? [text] : [];
  });
}
