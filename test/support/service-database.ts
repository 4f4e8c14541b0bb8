import { afterAll, beforeAll } from '@jest/globals';
import { DataSource } from 'typeorm';
import { serviceDataSource, systemDataSource } from '../../src/database/data-source-options.js';
import { OrgContext, SystemContext } from '../../src/database/index.js';
import { createDatabase, type TestDatabase } from './database.js';

type EntityClass = new () => object;

/** The two doors to the database, without the rest of the service. */
export interface ServiceDatabase {
  database: TestDatabase;
  /** Of tenants' work. */
  dataSource: DataSource;
  orgContext: OrgContext;
  system: SystemContext;
}

/** @param entities for code that works with repositories */
export function useServiceDatabase({
  poolSize = 10,
  entities = [],
}: { poolSize?: number; entities?: EntityClass[] } = {}): () => ServiceDatabase {
  let open: ServiceDatabase | undefined;
  let systemSource: DataSource | undefined;
  beforeAll(async () => {
    const database = await createDatabase();
    const dataSource = await new DataSource({
      ...serviceDataSource(database.appUrl, poolSize),
      entities,
    }).initialize();
    systemSource = await new DataSource({
      ...systemDataSource(database.systemUrl, poolSize),
      entities,
    }).initialize();
    open = {
      database,
      dataSource,
      orgContext: new OrgContext(dataSource),
      system: new SystemContext(systemSource),
    };
  });
  afterAll(async () => {
    await open?.dataSource.destroy();
    await systemSource?.destroy();
    await open?.database.drop();
  });
  return () => {
    if (!open) throw new Error('the database is open only inside tests');
    return open;
  };
}
