import { once } from 'node:events';

/** Closes the services' standard input, by which they stop, and waits until they have. */
export default async function globalTeardown() {
  const child = globalThis.testServices;
  if (!child || child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.stdin.end();
  await ended;
  // Jest that watches runs its setup again.
  delete process.env.TEST_ADDRESS_FILE;
  delete process.env.TEST_REDIS_URL;
}
