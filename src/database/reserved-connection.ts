import { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { RESERVED } from './data-source-options.js';
import type { Checkout } from './round-trip.js';

/**
 * A connection outside the pool, for a caller that must not wait until others return theirs. It is opened when it is needed,
 * and replaced when it breaks.
 */
export class ReservedConnection {
  private readonly pool: Pool;

  /** @param dataSource whose login and role it has */
  constructor(dataSource: DataSource) {
    const { url, applicationName, extra } = dataSource.options as PostgresDataSourceOptions;
    this.pool = new Pool({
      connectionString: url,
      application_name: applicationName,
      ...(extra as object),
      ...RESERVED,
      max: 1,
    });
    // Reported by the statement that next needs the connection.
    this.pool.on('error', () => undefined);
  }

  readonly checkout: Checkout = async () => {
    const client = await this.pool.connect();
    return [client, (error) => client.release(error)];
  };

  async close(): Promise<void> {
    await this.pool.end();
  }
}
