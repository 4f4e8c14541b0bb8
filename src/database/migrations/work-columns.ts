/**
 * Columns of a table whose rows are work: `due_at` says when it wants attention (null: never), the lease who has it.
 * Read and written by src/jobs only.
 */
export const WORK_COLUMNS = `
  due_at timestamptz,
  lease_until timestamptz,
  lease_token uuid,
  attempts integer NOT NULL DEFAULT 0,
  last_error text`;

/** Finding what is due costs the same however many rows are not. */
export function dueIndex(table: string): string {
  return `CREATE INDEX ${table}_due ON ${table} (due_at) WHERE due_at IS NOT NULL`;
}
