import { Injectable } from '@nestjs/common';
import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { Outages } from '../common/index.js';
import { trackOutages } from './outage-tracking.js';
import { OrgContext } from './org-context.js';
import { orgScope, poolOf, RoundTrip } from './round-trip.js';

/** How an entity's columns are selected, and which values are converted afterwards. */
interface Columns {
  select: string;
  table: string;
  converted: readonly ColumnMetadata[];
}

/**
 * Reads rows of the organisation in one round trip, with the organisation set in the database as in a transaction.
 * Use it for frequent reads, and `OrgContext.transaction` for everything else.
 */
@Injectable()
export class OrgReader {
  private readonly columns = new Map<unknown, Map<string, Columns>>();
  private readonly roundTrip: RoundTrip;

  constructor(
    private readonly orgContext: OrgContext,
    private readonly dataSource: DataSource,
    private readonly outages: Outages = new Outages(),
  ) {
    this.roundTrip = new RoundTrip(poolOf(dataSource));
  }

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
    const statement = {
      begin: 'BEGIN READ ONLY',
      scope: orgScope(this.orgContext.organisationId),
      sql,
      parameters,
    };
    return this.orgContext.withinShare(() =>
      trackOutages(this.outages, () => this.roundTrip.run<Row>(statement)),
    );
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

function convert(row: ObjectLiteral, columns: readonly ColumnMetadata[]): void {
  for (const { propertyName, transformer } of columns) {
    if (transformer && !Array.isArray(transformer))
      row[propertyName] = transformer.from(row[propertyName]) as unknown;
  }
}
