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

const EACH = WORK_COLUMNS.split(',').map((column) => column.trim());

/** For `ALTER TABLE`: the rows of a table that is already there become work. */
export const ADD_WORK_COLUMNS = EACH.map((column) => `ADD COLUMN ${column}`).join(', ');

export const DROP_WORK_COLUMNS = EACH.map((column) => `DROP COLUMN ${column.split(' ', 1)[0]}`).join(', ');

/** Finding what is due costs the same however many rows are not. */
export function dueIndex(table: string): string {
  return `CREATE INDEX ${table}_due ON ${table} (due_at) WHERE due_at IS NOT NULL`;
}
