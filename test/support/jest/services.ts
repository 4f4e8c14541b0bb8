// A process beside the test run: Redis, when the machine has it, and one PostgreSQL whose template database has the real
// migrations. It ends when its standard input closes, so it never outlives a test run.
import { mkdtemp, realpath, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from 'local-postgres';
import { startRedis } from './redis-server.js';

const [addressFile = ''] = process.argv.slice(2);
const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'connector-tests-')));
const redis = process.env.REDIS_URL ? undefined : await startRedis();
let postgres: EmbeddedPostgres | undefined;

let stopping: Promise<void> | undefined;
async function stop(): Promise<void> {
  await redis?.stop();
  await postgres?.stop();
  await rm(folder, { recursive: true, force: true });
  await rm(addressFile, { force: true });
}
function stopAndExit(code: number): void {
  stopping ??= stop().finally(() => process.exit(code));
}

process.stdin.resume().once('end', () => stopAndExit(0));
process.once('SIGTERM', () => stopAndExit(0));
// Ctrl-C in a terminal reaches the whole group: the tests drain first, then our input closes.
process.on('SIGINT', () => undefined);

/** Written at once: workers poll for the file. */
async function publish(addresses: object): Promise<void> {
  await writeFile(`${addressFile}.draft`, JSON.stringify(addresses));
  await rename(`${addressFile}.draft`, addressFile);
}

// Redis answers at once; the specs are loaded while PostgreSQL starts.
process.stdout.write(`${process.env.REDIS_URL ?? redis?.url ?? ''}\n`);
try {
  const [server, { migrate }] = await Promise.all([
    startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres'), durable: false }),
    import('../../../src/database/migrate.js'),
  ]);
  postgres = server;
  await migrate(postgres.ownerUrl);
  const { ownerUrl, appUrl, systemUrl } = postgres;
  await publish({ ownerUrl, appUrl, systemUrl });
} catch (error) {
  await publish({ failure: `The test database could not be prepared: ${String(error)}` });
  stopAndExit(1);
}
