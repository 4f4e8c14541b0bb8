import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** Starts the services that all specs share, once for all projects. Workers inherit where to find them. */
export default async function globalSetup({ rootDir }) {
  if (process.env.TEST_ADDRESS_FILE) return;
  const loader = path.join(rootDir, 'scripts/typescript/loader.mjs');
  const services = path.join(rootDir, 'test/support/jest/services.ts');
  const addressFile = path.join(os.tmpdir(), `connector-tests-${randomUUID()}.json`);
  const child = spawn(
    process.execPath,
    ['--max-semi-space-size=64', '--import', loader, services, addressFile],
    {
      cwd: rootDir,
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  globalThis.testServices = child;
  const redisUrl = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`The services of the tests ended with exit code ${code}`)));
    child.once('error', reject);
  });
  process.env.TEST_ADDRESS_FILE = addressFile;
  if (redisUrl !== '') process.env.TEST_REDIS_URL = redisUrl;
}
