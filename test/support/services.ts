// A process of its own beside the test run: one Postgres with the real migrations in a template database, and Redis
// when the machine has it. It ends when its standard input closes, so it outlives no test run, however that ends.
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from 'local-postgres';
import { migrate } from '../../src/database/migrate.js';
import { startRedis } from './redis-server.js';

const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'connector-tests-')));
const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres'), durable: false });
const redis = process.env.REDIS_URL ? undefined : await startRedis();

let stopping: Promise<void> | undefined;
async function stop(): Promise<void> {
  await redis?.stop();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
function stopAndExit(code: number): void {
  stopping ??= stop().finally(() => process.exit(code));
}

process.stdin.resume().once('end', () => stopAndExit(0));
process.once('SIGTERM', () => stopAndExit(0));
// Ctrl-C in a terminal reaches the whole group: the tests drain first, then our input closes.
process.on('SIGINT', () => undefined);

try {
  await migrate(postgres.ownerUrl);
  const { ownerUrl, appUrl, systemUrl } = postgres;
  process.stdout.write(
    `${JSON.stringify({ ownerUrl, appUrl, systemUrl, redisUrl: process.env.REDIS_URL ?? redis?.url })}\n`,
  );
} catch (error) {
  process.stderr.write(`the test database could not be prepared: ${String(error)}\n`);
  stopAndExit(1);
}
