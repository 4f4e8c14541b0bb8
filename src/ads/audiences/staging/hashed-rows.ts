/** Reads rows of hashes from a staged file, in batches. The header line is left out. */
export async function* hashedRows(
  file: AsyncIterable<Buffer>,
  size: number,
): AsyncGenerator<readonly (readonly string[])[]> {
  let rest = '';
  let isHeader = true;
  let rows: string[][] = [];
  for await (const bytes of file) {
    const lines = (rest + bytes.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (isHeader) isHeader = false;
      else rows.push(line.split(','));
      if (rows.length < size) continue;
      yield rows;
      rows = [];
    }
  }
  if (rows.length > 0) yield rows;
}
