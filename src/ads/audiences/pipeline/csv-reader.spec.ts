import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CsvReader, type Delimiter } from './csv-reader.js';

interface Read {
  rows: [line: number, ...cells: string[]][];
  broken: number[];
}

/** Reads all columns, of a file that arrives in pieces. */
function read(pieces: readonly string[], { hasHeader = false, delimiter }: Options = {}): Read {
  const found: Read = { rows: [], broken: [] };
  const sink = {
    row: (cells: readonly string[], line: number) => void found.rows.push([line, ...cells]),
    broken: (line: number) => void found.broken.push(line),
  };
  const all = (firstLine: readonly string[]) => ({ wanted: firstLine.map((_, index) => index), hasHeader });
  const reader = new CsvReader(sink, all, delimiter);
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return found;
}

interface Options {
  hasHeader?: boolean;
  delimiter?: Delimiter;
}

describe('CsvReader', () => {
  it.each([',', ';', '\t'])('recognises the delimiter %j', (delimiter) => {
    expect(read([['a', 'b'].join(delimiter)]).rows).toEqual([[1, 'a', 'b']]);
  });

  it('takes CRLF, blank lines and a last line without an end', () => {
    expect(read(['a,b\r\n\r\nc,d']).rows).toEqual([
      [1, 'a', 'b'],
      [3, 'c', 'd'],
    ]);
  });

  it('takes quotes, doubled quotes and line ends within quotes', () => {
    expect(read(['"a, ""x""",b\n"c\nd",e\nf,g']).rows).toEqual([
      [1, 'a, "x"', 'b'],
      [2, 'c\nd', 'e'],
      [4, 'f', 'g'],
    ]);
  });

  it('reports short lines and text after a quote as broken', () => {
    expect(read(['a,b\nc\n"d"x,e\nf,g'])).toEqual({
      rows: [
        [1, 'a', 'b'],
        [4, 'f', 'g'],
      ],
      broken: [2, 3],
    });
  });

  it('loses one line to a quote that is never closed', () => {
    expect(read(['a,b\n"c,d\ne,f\ng,h'])).toEqual({
      rows: [
        [1, 'a', 'b'],
        [3, 'e', 'f'],
        [4, 'g', 'h'],
      ],
      broken: [2],
    });
  });

  it('goes on after an open quote in a long file', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `a${index},b`);
    lines[10] = '"open,b';
    const { rows, broken } = read([lines.join('\n')]);
    expect([rows.length, broken]).toEqual([19_999, [11]]);
    expect(rows.at(-1)).toEqual([20_000, 'a19999', 'b']);
  });

  it('reports a line that is too long, and reads the next one', () => {
    const { rows, broken } = read(['a,b\n', 'x'.repeat(70_000), 'y,z\nc,d']);
    expect([rows, broken]).toEqual([
      [
        [1, 'a', 'b'],
        [3, 'c', 'd'],
      ],
      [2],
    ]);
  });

  it('refuses a file whose first line never ends', () => {
    expect(() => read(['a,b,', 'x'.repeat(70_000)])).toThrow(/longer than 64 KB/);
  });

  it('reads the same however the file is cut', () => {
    const cell = fc.oneof(
      fc.stringMatching(/^[a-z]{0,6}$/),
      fc.stringMatching(/^"[a-z,;]{0,4}(\n|"")?[a-z]{0,3}"$/),
    );
    const file = fc
      .array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 })
      .map((rows) => rows.map((row) => row.join(',')).join('\n'));
    fc.assert(
      fc.property(file, fc.array(fc.nat(60), { maxLength: 6 }), (text, cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), text.length];
        const pieces = at.slice(1).map((end, index) => text.slice(at[index], end));
        expect(read(pieces, { delimiter: ',' })).toEqual(read([text], { delimiter: ',' }));
      }),
      { numRuns: 500 },
    );
  });
});
