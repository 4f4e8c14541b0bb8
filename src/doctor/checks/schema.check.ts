import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Check } from '../check.js';
import { ok, problem, type Verdict } from '../finding.js';

const COLUMNS = `
  SELECT table_name || '.' || column_name AS name FROM information_schema.columns
  WHERE table_schema = current_schema()`;

/**
 * The database has every table and column that this version of the service works with. The list of applied migrations
 * belongs to the tables' owner and is not the service's to read.
 */
@Injectable()
export class SchemaCheck extends Check {
  readonly name = 'migrations';

  constructor(private readonly dataSource: DataSource) {
    super();
  }

  async examine(): Promise<Verdict> {
    const expected = this.dataSource.entityMetadatas.flatMap(({ tableName, columns }) =>
      columns.map(({ databaseName }) => `${tableName}.${databaseName}`),
    );
    const rows = await this.dataSource.query<{ name: string }[]>(COLUMNS);
    return schemaVerdict(
      expected,
      rows.map(({ name }) => name),
    );
  }
}

/** @param expected @param present columns as `table.column` */
export function schemaVerdict(expected: readonly string[], present: readonly string[]): Verdict {
  const there = new Set(present);
  const missing = expected.filter((column) => !there.has(column));
  if (missing.length === 0)
    return ok(`The database has all ${expected.length} columns that this version works with.`);
  return problem(
    `Migrations are missing: the database lacks ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ` and ${missing.length - 5} more` : ''}.`,
    'Start this version of the service once with DATABASE_OWNER_URL: it migrates when it starts.',
  );
}
