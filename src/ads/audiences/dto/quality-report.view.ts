import type { Defect, IdentifierKind } from '../pipeline/identifier-kind.js';

export class ColumnReportView {
  /** What the column holds. */
  kind: IdentifierKind;

  /**
   * The number of the column, from 1. Null in NDJSON.
   * @asType integer
   */
  position: number | null;

  /** True if the file had SHA-256 hashes there. */
  alreadyHashed: boolean;

  /** @asType integer */
  valid: number;

  /** @asType integer */
  invalid: number;
}

export class DefectView {
  /** Why a line, or an identifier in it, is not used. */
  reason: Defect;

  /** @asType integer */
  count: number;

  /** The first line numbers, at most 100. The report never shows values. */
  lines: number[];
}

export class ForecastView {
  /**
   * How many users TikTok must match before an audience can be used.
   * @asType integer
   */
  minimum: number;

  /** `too_small`: the file cannot reach the minimum on its own. */
  verdict: 'too_small' | 'depends_on_matching';

  /** The share of the rows that TikTok must match to reach the minimum; null if all would not be enough. */
  neededMatchRate: number | null;
}

/** What the service found in a file, before anything is sent. */
export class QualityReportView {
  /** The format of the file. */
  format: 'csv' | 'ndjson';

  /** What separates the columns. Null for NDJSON. */
  delimiter: ',' | ';' | 'tab' | null;

  hasHeader: boolean;

  columns: ColumnReportView[];

  /**
   * Rows without the header and blank lines.
   * @asType integer
   */
  rows: number;

  /**
   * Rows with at least one valid identifier. Only these are sent.
   * @asType integer
   */
  usableRows: number;

  defects: DefectView[];

  /**
   * Usable rows whose first identifier appeared before.
   * @asType integer
   */
  duplicates: number;

  /** @asType integer */
  distinct: number;

  /** True for large files, in which duplicates are estimated within 1 % of the rows. */
  isEstimate: boolean;

  forecast: ForecastView;
}
