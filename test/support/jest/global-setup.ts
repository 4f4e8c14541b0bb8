import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** Starts the services that all specs share, once for all projects. Workers inherit where to find them. */
export default async function globalSetup({ rootDir }: { rootDir: string }): Promise<void> {
  if (process.env.TEST_ADDRESS_FILE) return;
  const here = path.join(rootDir, 'test', 'support', 'jest');
  const addressFile = path.join(os.tmpdir(), `connector-tests-${randomUUID()}.json`);
  const child = spawn(
    process.execPath,
    ['--import', path.join(here, 'typescript-loader.mjs'), path.join(here, 'services.ts'), addressFile],
    { cwd: rootDir, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  globalThis.testServices = child;
  const redisUrl = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`The services of the tests ended with exit code ${code}`)));
    child.once('error', reject);
  });
  process.env.TEST_ADDRESS_FILE = addressFile;
  if (redisUrl !== '') process.env.TEST_REDIS_URL = redisUrl;
}
