import type { EntityManager } from 'typeorm';

/**
 * Runs a raw statement and returns its rows. TypeORM returns `[rows, count]` for UPDATE and DELETE, and plain rows
 * otherwise.
 */
export async function queryRows<Row>(
  em: EntityManager,
  sql: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  const answer: unknown = await em.query(sql, parameters);
  const rows = /^\s*(update|delete)/i.test(sql) ? (answer as [Row[], number])[0] : (answer as Row[]);
  return rows;
}
