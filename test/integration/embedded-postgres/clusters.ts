import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
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
  /** The folder of a cluster that remembers 'kept'. */
  stoppedCluster(): Promise<string>;
}

export function useClusters(): Clusters {
  let folder = '';
  let dataDirs = 0;
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
    await rm(folder, { recursive: true, force: true });
  });

  const newDataDir = () => path.join(folder, `postgres-${++dataDirs}`);
  const start = async (options: EmbeddedPostgresOptions) => {
    const postgres = await startEmbeddedPostgres({ durable: false, ...options });
    running.push(postgres);
    return postgres;
  };
  const stoppedCluster = async () => {
    const dataDir = newDataDir();
    const postgres = await start({ dataDir });
    await remember(postgres, 'kept');
    await postgres.stop();
    return dataDir;
  };
  return { folder: () => folder, newDataDir, start, stoppedCluster };
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
