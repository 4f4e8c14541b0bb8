import { splitQuoted } from './quoted-cells.js';
import { LineReader, type RowSink } from './line-reader.js';

export const DELIMITERS = [',', ';', '\t'] as const;

export type Delimiter = (typeof DELIMITERS)[number];

// A stray quote would otherwise swallow the rest of the file.
const LONGEST_QUOTED = 16 * 1024;

/** Which columns a reader hands on, by position. */
export interface CsvColumns {
  readonly wanted: readonly number[];
  /** True if the first line names the columns. */
  readonly hasHeader: boolean;
}

/** Decides on the columns once the first line is known. */
export type ChooseColumns = (firstLine: readonly string[]) => CsvColumns;

/**
 * Reads CSV as RFC 4180 has it, a line at a time. Lines without quotes, which are nearly all, are cut without a copy.
 * After a quote that is never closed, reading continues on the next line.
 */
export class CsvReader extends LineReader {
  private slotOf: number[] = [];
  private cells: string[] = [];
  private last = -1;
  private delimiter: Delimiter | undefined;
  private open: { line: number; text: string } | undefined;
  /** Positions in the present text of the next quote and the next delimiter; -1 when not yet looked for. */
  private quoteAt = -1;
  private delimiterAt = -1;

  constructor(
    sink: RowSink,
    private readonly choose: ChooseColumns,
    delimiter?: Delimiter,
  ) {
    super(sink);
    this.delimiter = delimiter;
  }

  get delimiterUsed(): Delimiter | undefined {
    return this.delimiter;
  }

  override end(): void {
    super.end();
    while (this.open) this.giveUpOpen();
  }

  protected override chunk(): void {
    this.quoteAt = -1;
    this.delimiterAt = -1;
  }

  protected override line(text: string, start: number, end: number): void {
    if (this.open) return this.continueOpen(text.slice(start, end));
    if (this.delimiter === undefined || this.last < 0) return this.slow(text.slice(start, end));
    if (this.quoteAt < start) this.quoteAt = indexFrom(text, '"', start);
    if (this.quoteAt < end) this.slow(text.slice(start, end));
    else this.fast(text, start, end, this.delimiter);
  }

  private fast(text: string, start: number, end: number, delimiter: Delimiter): void {
    const { cells, slotOf, last } = this;
    let from = start;
    for (let column = 0; column <= last; column += 1) {
      if (from > end) return this.sink.broken(this.next);
      if (this.delimiterAt < from) this.delimiterAt = indexFrom(text, delimiter, from);
      const to = Math.min(this.delimiterAt, end);
      const slot = slotOf[column] ?? -1;
      if (slot >= 0) cells[slot] = text.slice(from, to);
      from = to + 1;
    }
    this.sink.row(cells, this.next);
  }

  private slow(line: string): void {
    this.delimiter ??= detectDelimiter(line);
    const cells = splitQuoted(line, this.delimiter);
    if (cells === 'unclosed') this.open = { line: this.next, text: line };
    else this.record(cells, this.next);
  }

  private record(cells: readonly string[] | undefined, line: number): void {
    if (cells === undefined) return this.sink.broken(line);
    if (this.last < 0 && this.begin(cells)) return;
    if (cells.length <= this.last) return this.sink.broken(line);
    this.slotOf.forEach((slot, column) => {
      if (slot >= 0) this.cells[slot] = cells[column] ?? '';
    });
    this.sink.row(this.cells, line);
  }

  /** @returns true if the line names the columns */
  private begin(firstLine: readonly string[]): boolean {
    const { wanted, hasHeader } = this.choose(firstLine);
    this.last = Math.max(...wanted);
    this.slotOf = Array.from({ length: this.last + 1 }, (_, column) => wanted.indexOf(column));
    this.cells = wanted.map(() => '');
    return hasHeader;
  }

  private continueOpen(line: string): void {
    const { open } = this;
    if (!open) return;
    open.text += `\n${line}`;
    if (open.text.length > LONGEST_QUOTED) return this.giveUpOpen();
    if (!line.includes('"')) return;
    const cells = splitQuoted(open.text, this.delimiter ?? ',');
    if (cells === 'unclosed') return;
    this.open = undefined;
    this.record(cells, open.line);
  }

  /** Counts the line with the open quote as broken, and reads those after it on their own. */
  private giveUpOpen(): void {
    const { open } = this;
    if (!open) return;
    this.open = undefined;
    const current = this.next;
    const [, ...lines] = open.text.split('\n');
    this.sink.broken(open.line);
    lines.forEach((line, index) => {
      this.next = open.line + 1 + index;
      if (this.open) this.continueOpen(line);
      else if (line !== '') this.slow(line);
    });
    this.next = current;
  }
}

/** The delimiter that the first line has most of, outside quotes. */
export function detectDelimiter(line: string): Delimiter {
  const bare = line.replaceAll(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** @returns a position after every other when there is none */
function indexFrom(text: string, search: string, from: number): number {
  const at = text.indexOf(search, from);
  return at < 0 ? Infinity : at;
}
