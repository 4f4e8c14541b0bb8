import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

interface Urls {
  ownerUrl: string;
  appUrl: string;
  systemUrl: string;
  redisUrl?: string;
}

/** Starts the services that all specs share, once for all projects; workers inherit their addresses. */
export default async function globalSetup({ rootDir }: { rootDir: string }): Promise<void> {
  if (process.env.TEST_OWNER_URL) return;
  const child = spawn(
    process.execPath,
    [
      '--import',
      path.join(rootDir, 'scripts/typescript/loader.mjs'),
      path.join(rootDir, 'test/support/services.ts'),
    ],
    { cwd: rootDir, stdio: ['pipe', 'pipe', 'inherit'] },
  );
  globalThis.testServices = child;
  const { ownerUrl, appUrl, systemUrl, redisUrl } = await new Promise<Urls>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line) as Urls));
    child.once('exit', (code) => reject(new Error(`the services of the tests did not start (exit ${code})`)));
    child.once('error', reject);
  });
  Object.assign(process.env, {
    TEST_OWNER_URL: ownerUrl,
    TEST_APP_URL: appUrl,
    TEST_SYSTEM_URL: systemUrl,
    ...(redisUrl && { TEST_REDIS_URL: redisUrl }),
  });
}
