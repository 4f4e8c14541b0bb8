import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PoolClient, QueryConfig } from 'pg';
import { DataSource, QueryFailedError, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { Outages } from '../common/index.js';
import { trackOutages } from './outage-tracking.js';
import { OrgContext } from './org-context.js';

/** How an entity's columns are selected, and which values are converted afterwards. */
interface Columns {
  select: string;
  table: string;
  converted: readonly ColumnMetadata[];
}

/**
 * Reads rows of the organisation in one round trip: BEGIN, the organisation, the query and COMMIT are sent together, by
 * node-postgres' pipeline mode. If setting the organisation fails, the query fails too, because the transaction is aborted.
 * Use it for frequent reads, and `OrgContext.transaction` for everything else.
 */
@Injectable()
export class OrgReader {
  private readonly columns = new Map<unknown, Map<string, Columns>>();
  /** Names of prepared statements, keyed by their text. */
  private readonly statements = new Map<string, string>();

  constructor(
    private readonly orgContext: OrgContext,
    private readonly dataSource: DataSource,
    private readonly outages: Outages = new Outages(),
  ) {}

  /**
   * Reads whole rows of an entity, without its relations.
   * @param tail the SQL after `SELECT … FROM <table>`, with `$1`, `$2`, … for the parameters
   * @param without properties that are not read
   */
  async rows<Row extends ObjectLiteral, Left extends keyof Row & string = never>(
    entity: EntityTarget<Row>,
    tail: string,
    parameters: readonly unknown[],
    without: readonly Left[] = [],
  ): Promise<Omit<Row, Left>[]> {
    const { select, table, converted } = this.columnsOf(entity, without);
    const rows = await this.select<Omit<Row, Left>>(`SELECT ${select} FROM ${table} ${tail}`, parameters);
    for (const row of rows) convert(row, converted);
    return rows;
  }

  /** Reads rows of any query, with values as node-postgres returns them: a bigint is text. */
  select<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    return this.orgContext.withinShare(() =>
      trackOutages(this.outages, () => this.query<Row>(sql, parameters)),
    );
  }

  private async query<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    const { organisationId } = this.orgContext;
    const [client, returnToPool] = await this.connection();
    // The pool listens only to its idle connections. Without this listener, a connection that breaks during a read would
    // crash the process. Its queries fail anyway.
    client.on('error', ignore);
    const release = (error?: Error): void => {
      client.off('error', ignore);
      returnToPool(error);
    };
    try {
      const { stream } = client.connection;
      // One write for all four, because a system call for each would dominate the cost.
      stream.cork();
      const statements = [
        client.query('BEGIN READ ONLY'),
        client.query(this.prepared(`SELECT set_config('app.organisation_id', $1, true)`, [organisationId])),
        client.query(this.prepared(sql, parameters)),
        client.query('COMMIT'),
      ] as const;
      stream.uncork();
      const [, , answer] = await Promise.all(statements);
      release();
      return answer.rows as Row[];
    } catch (error) {
      // The connection is in an unknown state, so the pool replaces it.
      release(error as Error);
      // Wrapped like TypeORM's errors, so that it is logged without values and outages are recognised.
      throw new QueryFailedError(sql, [...parameters], error as Error);
    }
  }

  /** PostgreSQL parses and plans each text once per connection. The number of texts is bounded, because values are parameters. */
  private prepared(text: string, values: readonly unknown[]): QueryConfig {
    const name = this.statements.get(text) ?? `read_${hash('sha256', text).slice(0, 32)}`;
    this.statements.set(text, name);
    return { name, text, values: [...values] };
  }

  private async connection(): Promise<[PoolClient, (error?: Error) => void]> {
    const driver = this.dataSource.driver as PostgresDriver;
    return (await driver.obtainMasterConnection()) as [PoolClient, (error?: Error) => void];
  }

  private columnsOf(entity: EntityTarget<ObjectLiteral>, without: readonly string[]): Columns {
    const selections = this.columns.get(entity) ?? new Map<string, Columns>();
    this.columns.set(entity, selections);
    const known = selections.get(without.join());
    if (known) return known;
    const metadata = this.dataSource.getMetadata(entity);
    const read = metadata.columns.filter(({ propertyName }) => !without.includes(propertyName));
    const columns = {
      select: read.map((one) => `"${one.databaseName}" AS "${one.propertyName}"`).join(', '),
      table: `"${metadata.tableName}"`,
      converted: read.filter(({ transformer }) => transformer !== undefined),
    };
    selections.set(without.join(), columns);
    return columns;
  }
}

const ignore = (): void => undefined;

function convert(row: ObjectLiteral, columns: readonly ColumnMetadata[]): void {
  for (const { propertyName, transformer } of columns) {
    if (transformer && !Array.isArray(transformer))
      row[propertyName] = transformer.from(row[propertyName]) as unknown;
  }
}
