import { hash } from 'node:crypto';
import type { PoolClient, QueryConfig } from 'pg';
import { QueryFailedError, type DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { queryReadTimeout } from '../common/index.js';

// Longer than any statement takes that happens often. A connection that has gone silent would otherwise hang for as long as
// TCP tries again, about 15 min, and all callers that share its statement with it.
const LIMIT_MS = 30_000;

const EVERY_COLUMN = /\b(?:RETURNING|SELECT) \*/i;

/** One statement in a transaction of its own. */
export interface OwnTransaction {
  /** Begins the transaction, and may set what it may see, as one text. */
  begin: string;
  /** A statement that sets what the transaction may see, from foreign values. */
  scope?: { sql: string; values: readonly unknown[] };
  sql: string;
  parameters: readonly unknown[];
}

/** PostgreSQL writes its log soon after the commit, in the order of the commits. */
export const LAZY = 'SET LOCAL synchronous_commit = off';

/** Sets the organisation whose rows the transaction sees. */
export function orgScope(organisationId: string): NonNullable<OwnTransaction['scope']> {
  return { sql: `SELECT set_config('app.organisation_id', $1, true)`, values: [organisationId] };
}

/** Takes a connection, and gets what returns it. With an error, the connection is closed. */
export type Checkout = () => Promise<[PoolClient, (error?: Error) => void]>;

/** @param dataSource whose connections have `pipeline` */
export function poolOf(dataSource: DataSource): Checkout {
  const driver = dataSource.driver as PostgresDriver;
  return () => driver.obtainMasterConnection() as ReturnType<Checkout>;
}

/**
 * Runs a statement in one round trip: BEGIN, the scope, the statement and COMMIT are sent together, by node-postgres'
 * pipeline mode. If setting the scope fails, the statement fails too, because the transaction is aborted.
 */
export class RoundTrip {
  /** Names of prepared statements, keyed by their text. */
  private readonly names = new Map<string, string>();

  /** @param limitMs after which a connection that does not answer is closed */
  constructor(
    private readonly checkout: Checkout,
    private readonly limitMs = LIMIT_MS,
  ) {}

  /** @returns the rows as node-postgres returns them: a bigint is text */
  async run<Row>({ begin, scope, sql, parameters }: OwnTransaction): Promise<Row[]> {
    const [client, returnToPool] = await this.checkout();
    // The pool listens only to its idle connections. Without this listener, a connection that breaks during a statement
    // would crash the process. Its queries fail anyway.
    client.on('error', ignore);
    const limit = setTimeout(() => client.connection.stream.destroy(queryReadTimeout()), this.limitMs);
    const release = (error?: Error): void => {
      clearTimeout(limit);
      client.off('error', ignore);
      returnToPool(error);
    };
    try {
      const { stream } = client.connection;
      // One write for all, because a system call for each would dominate the cost.
      stream.cork();
      const before = [client.query(begin)];
      if (scope) before.push(client.query(this.prepared(scope.sql, scope.values)));
      const asked = client.query(this.prepared(sql, parameters));
      const after = client.query('COMMIT');
      stream.uncork();
      const [answer] = await Promise.all([asked, after, ...before]);
      release();
      return answer.rows as Row[];
    } catch (error) {
      // The connection is in an unknown state, so the pool replaces it.
      release(error as Error);
      // Wrapped like TypeORM's errors, so that it is logged without values and outages are recognised.
      throw new QueryFailedError(sql, [...parameters], error as Error);
    }
  }

  /**
   * PostgreSQL parses and plans each text once per connection. The number of texts is bounded, because values are parameters.
   * A migration of a newer version may change what `*` means, and a prepared statement would then fail.
   */
  private prepared(text: string, values: readonly unknown[]): QueryConfig {
    if (EVERY_COLUMN.test(text)) return { text, values: [...values] };
    const name = this.names.get(text) ?? `once_${hash('sha256', text).slice(0, 32)}`;
    this.names.set(text, name);
    return { name, text, values: [...values] };
  }
}

const ignore = (): void => undefined;
