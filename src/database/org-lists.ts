import { Injectable } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { decodeCursor, toPage, type CursorPart, type Page, type PageQuery } from '../common/index.js';
import { bindings } from './bindings.js';
import { OrgContext } from './org-context.js';
import { OrgReader } from './org-reader.js';

/** A list of one entity, in the order of its sort key. */
export interface ListOf<Row> {
  entity: EntityTarget<Row>;
  /** Unique together. `read` returns the value of the column as text. */
  key: readonly { column: string; part: CursorPart; read: (row: Row) => string }[];
  direction: 'ASC' | 'DESC';
}

/** SQL in which `?` stands for the value. */
export type Condition = readonly [sql: string, value?: unknown];

/** Lists rows of the organisation in pages. The cursor is the sort key of the last row. */
@Injectable()
export class OrgLists {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly reader: OrgReader,
  ) {}

  /** @throws InvalidInputError when the cursor does not belong to this list */
  async page<Row extends ObjectLiteral, Item>(
    list: ListOf<Row>,
    { limit, cursor }: PageQuery,
    toItem: (row: Row) => Item,
    conditions: readonly Condition[] = [],
  ): Promise<Page<Item>> {
    const after = decodeCursor(
      cursor,
      list.key.map(({ part }) => part),
    );
    const { values, bind } = bindings();
    const where = [
      `organisation_id = ${bind(this.orgContext.organisationId)}`,
      ...conditions.map(([sql, value]) => sql.replace('?', () => bind(value))),
      ...(after ? [beyond(list, after.map(bind))] : []),
    ];
    const order = list.key.map(({ column }) => `${column} ${list.direction}`).join(', ');
    const tail = `WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ${bind(limit + 1)}`;
    const rows = await this.reader.rows(list.entity, tail, values);
    return toPage(rows, limit, (row) => list.key.map(({ read }) => read(row)), toItem);
  }
}

function beyond<Row>({ key, direction }: ListOf<Row>, parameters: string[]): string {
  const columns = key.map(({ column }) => column).join(', ');
  return `(${columns}) ${direction === 'DESC' ? '<' : '>'} (${parameters.join(', ')})`;
}
