import type { EntityManager } from 'typeorm';

/**
 * Runs a raw statement and returns its rows. TypeORM returns `[rows, count]` for UPDATE and DELETE, also after a WITH, and
 * plain rows otherwise.
 */
export async function queryRows<Row>(
  em: EntityManager,
  sql: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  const answer: unknown = await em.query(sql, parameters);
  return isCounted<Row>(answer) ? answer[0] : (answer as Row[]);
}

/** Rows are objects, never arrays. */
function isCounted<Row>(answer: unknown): answer is [Row[], number] {
  return Array.isArray(answer) && answer.length === 2 && Array.isArray(answer[0]);
}
