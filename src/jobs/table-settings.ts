import { WORK_KINDS, type WorkKindSettings, type WorkTable } from './work-kinds.js';

const KINDS: readonly WorkKindSettings[] = Object.values(WORK_KINDS);
const BY_TABLE = new Map(KINDS.map((kind) => [kind.table, kind]));

/** @returns what a claim returns, for SQL. Named columns let PostgreSQL keep the plan. */
export function claimedColumns(table: WorkTable): string {
  const columns = BY_TABLE.get(table)?.columns;
  return columns ? ['id', 'attempts', 'lease_token', ...columns].join(', ') : '*';
}

/** @returns the column that the table is split by, and whose value every claimed row has */
export function splitColumn(table: WorkTable): string | undefined {
  return BY_TABLE.get(table)?.splitBy;
}
