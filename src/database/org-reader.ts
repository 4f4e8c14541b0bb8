import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PoolClient, QueryConfig } from 'pg';
import { DataSource, QueryFailedError, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { Outages } from '../common/index.js';
import { noticingLoss } from './noticing-loss.js';
import { OrgContext } from './org-context.js';

/** How the columns of an entity are selected, and what is done to a value that the driver hands out. */
interface Columns {
  select: string;
  table: string;
  converted: readonly ColumnMetadata[];
}

/**
 * Reads rows of the organisation with one round trip: BEGIN, the organisation, the query and COMMIT travel together
 * (pipeline mode of node-postgres). If setting the organisation fails, the query runs in an aborted transaction and fails, too.
 * For reads that are asked for often; everything else goes through `OrgContext.transaction`.
 */
@Injectable()
export class OrgReader {
  private readonly columns = new Map<unknown, Columns>();
  /** Names of prepared statements by their text. */
  private readonly statements = new Map<string, string>();

  constructor(
    private readonly orgContext: OrgContext,
    private readonly dataSource: DataSource,
    private readonly outages: Outages = new Outages(),
  ) {}

  /**
   * Reads whole rows of an entity, without its relations.
   * @param tail what follows `SELECT … FROM <table>`: conditions, order and limit, with `$1`, `$2`, … for the parameters
   */
  async rows<Row extends ObjectLiteral>(
    entity: EntityTarget<Row>,
    tail: string,
    parameters: readonly unknown[],
  ): Promise<Row[]> {
    const { select, table, converted } = this.columnsOf(entity);
    const sql = `SELECT ${select} FROM ${table} ${tail}`;
    const rows = await this.orgContext.inTurn(() =>
      noticingLoss(this.outages, () => this.query<Row>(sql, parameters)),
    );
    for (const row of rows) convert(row, converted);
    return rows;
  }

  private async query<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    const { organisationId } = this.orgContext;
    const [client, giveBack] = await this.connection();
    // The pool listens to connections that lie in it only: one that breaks off while it reads would end the process. That
    // its queries fail says the same.
    client.on('error', ignore);
    const release = (error?: Error): void => {
      client.off('error', ignore);
      giveBack(error);
    };
    try {
      const { stream } = client.connection;
      // One write for all four: a system call each would cost more than all else that is done here.
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
      // The connection may be in any state: the pool opens another one.
      release(error as Error);
      // As TypeORM throws it, so that it is logged without values and a lost database is recognised.
      throw new QueryFailedError(sql, [...parameters], error as Error);
    }
  }

  /** PostgreSQL parses and plans it once for each connection. There are only so many texts: values stand beside them. */
  private prepared(text: string, values: readonly unknown[]): QueryConfig {
    const name = this.statements.get(text) ?? `read_${hash('sha256', text).slice(0, 32)}`;
    this.statements.set(text, name);
    return { name, text, values: [...values] };
  }

  private async connection(): Promise<[PoolClient, (error?: Error) => void]> {
    const driver = this.dataSource.driver as PostgresDriver;
    return (await driver.obtainMasterConnection()) as [PoolClient, (error?: Error) => void];
  }

  private columnsOf(entity: EntityTarget<ObjectLiteral>): Columns {
    const known = this.columns.get(entity);
    if (known) return known;
    const metadata = this.dataSource.getMetadata(entity);
    const columns = {
      select: metadata.columns.map((one) => `"${one.databaseName}" AS "${one.propertyName}"`).join(', '),
      table: `"${metadata.tableName}"`,
      converted: metadata.columns.filter(({ transformer }) => transformer !== undefined),
    };
    this.columns.set(entity, columns);
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
