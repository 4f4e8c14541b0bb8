import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { chmod, cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from 'local-postgres';

export interface Clusters {
  /** A folder of its own for every spec file; it has a space in its name. */
  folder(): string;
  newDataDir(): string;
  /** Stopped after the test, at the latest. */
  start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres>;
  /** A new cluster that runs until the end of the file, for tests that change nothing which others see. */
  shared(): Promise<EmbeddedPostgres>;
  /** The folder of a cluster that remembers 'kept'. */
  stoppedCluster(): Promise<string>;
}

export function useClusters(): Clusters {
  let folder = '';
  let dataDirs = 0;
  let sharedCluster: Promise<EmbeddedPostgres> | undefined;
  let keptCluster: Promise<string> | undefined;
  const running: EmbeddedPostgres[] = [];

  beforeAll(async () => {
    folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'embedded postgres ')));
    // A user other than root must be able to pass through in the tests that switch users.
    await chmod(folder, 0o755);
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((postgres) => postgres.stop()));
  });
  afterAll(async () => {
    await (await sharedCluster)?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const newDataDir = () => path.join(folder, `postgres-${++dataDirs}`);
  const start = async (options: EmbeddedPostgresOptions) => {
    const postgres = await startEmbeddedPostgres({ durable: false, ...options });
    running.push(postgres);
    return postgres;
  };
  const shared = () => (sharedCluster ??= startEmbeddedPostgres({ durable: false, dataDir: newDataDir() }));
  const makeStopped = async () => {
    const dataDir = newDataDir();
    const postgres = await start({ dataDir });
    await remember(postgres, 'kept');
    await postgres.stop();
    return dataDir;
  };
  // A copy takes a tenth of the time that `initdb` takes.
  const stoppedCluster = async () => {
    keptCluster ??= makeStopped();
    const dataDir = newDataDir();
    await cp(await keptCluster, dataDir, { recursive: true });
    await chmod(dataDir, 0o700);
    return dataDir;
  };
  return { folder: () => folder, newDataDir, start, shared, stoppedCluster };
}

export async function remember(postgres: Pick<EmbeddedPostgres, 'ownerUrl'>, body: string): Promise<void> {
  await query(
    postgres.ownerUrl,
    `CREATE TABLE IF NOT EXISTS memory (body text); INSERT INTO memory VALUES ('${body}')`,
  );
}

export async function remembered(postgres: Pick<EmbeddedPostgres, 'ownerUrl'>): Promise<unknown[]> {
  return (await query(postgres.ownerUrl, 'SELECT body FROM memory')).map(({ body }) => body);
}

export async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = await connect(url);
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
