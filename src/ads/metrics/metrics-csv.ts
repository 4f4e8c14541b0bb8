import type { MetricRow, MetricsPage } from './dto/metrics.view.js';

const LINE_END = '\r\n';
const DECIMAL = /^-?\d+(?:\.\d+)?$/;
/** Spreadsheets run a cell that begins with one of these. */
const FORMULA = /^[=+\-@\t\r\n]/;

const COLUMNS: readonly [string, (row: MetricRow, page: CsvHead) => string | null][] = [
  ['accountId', (_row, { accountId }) => accountId],
  ['level', (_row, { level }) => level],
  ['objectId', ({ objectId }) => objectId],
  ['day', ({ day }) => day],
  ['hour', ({ hour }) => (hour === null ? null : String(hour))],
  ['segment', ({ segment }) => segment],
  ['currency', (_row, { currency }) => currency],
  ['timeZone', (_row, { timeZone }) => timeZone],
  ['asOf', (_row, { asOf }) => asOf?.toISOString() ?? null],
  ['final', ({ final }) => String(final)],
  ['finalAt', ({ finalAt }) => finalAt.toISOString()],
];

/** What all rows of a chunk share. */
export type CsvHead = Pick<MetricsPage, 'accountId' | 'level' | 'currency' | 'timeZone' | 'asOf'>;

/** The header row: our columns, then the metrics in the order of the query. */
export function csvHeader(metrics: readonly string[]): string {
  return csvLine([...COLUMNS.map(([name]) => name), ...metrics]);
}

export function csvRows(rows: readonly MetricRow[], head: CsvHead, metrics: readonly string[]): string {
  return rows
    .map((row) =>
      csvLine([
        ...COLUMNS.map(([, read]) => read(row, head)),
        ...metrics.map((name) => row.metrics[name] ?? null),
      ]),
    )
    .join('');
}

/** Writes a line by RFC 4180. A value that is null is an empty cell. */
export function csvLine(cells: readonly (string | null)[]): string {
  return cells.map((cell) => (cell === null ? '' : csvCell(cell))).join(',') + LINE_END;
}

/** Quotes a cell where needed, and disarms what a spreadsheet would run as a formula. Numbers stay as they are. */
export function csvCell(value: string): string {
  const safe = FORMULA.test(value) && !DECIMAL.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
