/**
 * Splits one CSV record that may have quotes.
 * @returns `unclosed` when a quote is still open at the end, undefined when text follows a closed quote
 */
export function splitQuoted(text: string, delimiter: string): string[] | 'unclosed' | undefined {
  const cells: string[] = [];
  let from = 0;
  for (;;) {
    if (text[from] !== '"') {
      const to = text.indexOf(delimiter, from);
      cells.push(text.slice(from, to < 0 ? text.length : to));
      if (to < 0) return cells;
      from = to + 1;
      continue;
    }
    const end = closingQuote(text, from + 1);
    if (end < 0) return 'unclosed';
    cells.push(text.slice(from + 1, end).replaceAll('""', '"'));
    if (end + 1 === text.length) return cells;
    if (text[end + 1] !== delimiter) return undefined;
    from = end + 2;
  }
}

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at;
  return -1;
}
