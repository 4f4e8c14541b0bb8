import { InvalidInputError } from '../../../common/index.js';

/** No row of identifiers is longer. */
const LONGEST_LINE = 64 * 1024;

/** Receives what a reader finds. Line numbers start at 1. */
export interface RowSink {
  /** @param cells of the wanted columns; valid only during the call */
  row(cells: readonly string[], line: number): void;
  broken(line: number): void;
}

/** Splits text into lines as it arrives. Holds one unfinished line at most. */
export abstract class LineReader {
  /** The number of the line that comes next. */
  protected next = 1;
  private rest = '';
  private isSkipping = false;

  protected constructor(protected readonly sink: RowSink) {}

  push(text: string): void {
    const all = this.rest === '' ? text : this.rest + text;
    let start = 0;
    for (let end = all.indexOf('\n'); end >= 0; end = all.indexOf('\n', start)) {
      this.take(all, start, end);
      start = end + 1;
    }
    this.rest = all.slice(start);
    if (this.rest.length > LONGEST_LINE) this.skip();
  }

  end(): void {
    if (this.rest !== '' || this.isSkipping) this.take(this.rest, 0, this.rest.length);
    this.rest = '';
  }

  /** Reads `text` from `start` to `end`, which is one line without its end. */
  protected abstract line(text: string, start: number, end: number): void;

  /** Called for every chunk, since positions in the text change with it. */
  protected abstract chunk(): void;

  private take(text: string, start: number, end: number): void {
    if (start === 0) this.chunk();
    if (this.isSkipping) {
      this.isSkipping = false;
      this.sink.broken(this.next);
    } else {
      const last = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
      if (last > start) this.line(text, start, last);
    }
    this.next += 1;
  }

  /** @throws InvalidInputError for the first line, after which nothing can be read */
  private skip(): void {
    if (this.next === 1) throw withoutLines();
    this.isSkipping = true;
    this.rest = '';
  }
}

function withoutLines(): InvalidInputError {
  const message =
    'The first line is longer than 64 KB, so the file is no CSV or NDJSON. Put one customer on each line.';
  return new InvalidInputError(message, [{ field: 'file', message }], 'audience_file_without_lines');
}
