import { InvalidInputError } from '../../../common/index.js';
import type { ColumnKind } from './column-names.js';
import { CsvReader, type Delimiter } from './csv-reader.js';
import { fileLayout, type ColumnChoice, type FileColumn } from './file-layout.js';
import { IDENTIFIER_KINDS, type IdentifierKind, type NormalisationPolicy } from './identifier-kind.js';
import type { LineReader, RowSink } from './line-reader.js';
import { NdjsonReader } from './ndjson-reader.js';
import { duplicatesOf, forecast, type QualityReport } from './quality-report.js';
import { RowHasher } from './row-hasher.js';
import { Utf8Text } from './utf8-text.js';

/** How a file is to be read. What is left out is recognised. */
export interface FileOptions {
  readonly policy: NormalisationPolicy;
  /** ISO 3166 code in capitals, for phone numbers without a country. */
  readonly defaultCountry?: string | undefined;
  readonly columns?: readonly ColumnChoice[] | undefined;
  readonly hasHeader?: boolean | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly format?: 'csv' | 'ndjson' | undefined;
  /** Called with the kinds of the columns of each line, before the first line. May throw. */
  readonly onColumns?: ((kinds: readonly IdentifierKind[]) => void) | undefined;
}

const NOTHING = Buffer.alloc(0);
const NDJSON_KINDS: readonly ColumnKind[] = [...IDENTIFIER_KINDS, 'country'];

/** Turns a file of identifiers into lines of hashes, while it arrives. Its memory does not grow with the file. */
export class IdentifierFile implements RowSink {
  private readonly text = new Utf8Text();
  private reader: LineReader | undefined;
  private hasher: RowHasher | undefined;
  private columns: readonly FileColumn[] = [];
  private hasHeader = false;
  private brokenBefore: number[] = [];

  constructor(private readonly options: FileOptions) {}

  /** @returns the lines of hashes that are complete, which the next call overwrites */
  write(bytes: Buffer): Buffer {
    this.push(this.text.write(bytes));
    return this.hasher?.takeOutput() ?? NOTHING;
  }

  /** @throws InvalidInputError `audience_file_empty` */
  end(): { output: Buffer; report: QualityReport } {
    this.push(this.text.end());
    this.reader?.end();
    const { hasher, reader } = this;
    if (!hasher || !reader) throw empty();
    return { output: hasher.takeOutput(), report: this.report(hasher, reader) };
  }

  row(cells: readonly string[], line: number): void {
    this.hasher?.row(cells, line);
  }

  broken(line: number): void {
    if (this.hasher) this.hasher.broken(line);
    // Enough lines to see that it is no CSV at all.
    else if (this.brokenBefore.push(line) > 1000) throw unreadable();
  }

  private push(text: string): void {
    if (text === '') return;
    this.reader ??= this.readerFor(text);
    this.reader.push(text);
  }

  private readerFor(text: string): LineReader {
    const isNdjson = this.options.format === 'ndjson' || (!this.options.format && /^\s*\{/.test(text));
    if (!isNdjson)
      return new CsvReader(this, (firstLine) => this.chooseColumns(firstLine), this.options.delimiter);
    this.begin(NDJSON_KINDS);
    return new NdjsonReader(this, NDJSON_KINDS, this.options.columns ?? []);
  }

  private chooseColumns(firstLine: readonly string[]) {
    const layout = fileLayout(firstLine, this.options.columns ?? [], this.options.hasHeader);
    this.columns = layout.columns;
    this.hasHeader = layout.hasHeader;
    this.begin(layout.columns.map(({ kind }) => kind));
    return { wanted: layout.columns.map(({ position }) => position), hasHeader: layout.hasHeader };
  }

  private begin(kinds: readonly ColumnKind[]): void {
    this.options.onColumns?.(kinds.filter((kind) => kind !== 'country'));
    this.hasher = new RowHasher(kinds, this.options.policy, this.options.defaultCountry);
    for (const line of this.brokenBefore) this.hasher.broken(line);
  }

  private report(hasher: RowHasher, reader: LineReader): QualityReport {
    const csv = reader instanceof CsvReader ? reader : undefined;
    const duplicates = duplicatesOf(hasher.usableRows, hasher.distinct);
    return {
      format: csv ? 'csv' : 'ndjson',
      delimiter: csv ? nameOf(csv.delimiterUsed) : null,
      hasHeader: this.hasHeader,
      columns: hasher.columns
        .filter(({ valid, invalid }) => csv !== undefined || valid + invalid > 0)
        .map(({ kind, slot, isHashed = false, valid, invalid }) => ({
          kind,
          position: csv ? (this.columns[slot]?.position ?? 0) + 1 : null,
          alreadyHashed: isHashed,
          valid,
          invalid,
        })),
      rows: hasher.rows,
      usableRows: hasher.usableRows,
      defects: hasher.defects.report(),
      ...duplicates,
      forecast: forecast(duplicates.distinct),
    };
  }
}

function nameOf(delimiter: Delimiter | undefined): ',' | ';' | 'tab' | null {
  return delimiter === '\t' ? 'tab' : (delimiter ?? null);
}

function empty(): InvalidInputError {
  const message = 'The file is empty. Send a CSV or NDJSON file with at least one row.';
  return new InvalidInputError(message, [{ field: 'file', message }], 'audience_file_empty');
}

function unreadable(): InvalidInputError {
  const message = 'The file has no line that can be read as CSV. Check its quotes, and send it again.';
  return new InvalidInputError(message, [{ field: 'file', message }], 'audience_columns_unknown');
}
