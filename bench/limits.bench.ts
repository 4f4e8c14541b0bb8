// Rate limits kept, and used: rows of work that always want more than TikTok allows, against the sandbox's own counts.
// The calls of all kinds of syncs at once. The open API permits 600 a minute at each endpoint, and the Business API ten a
// second and 600 a minute to the app.
import { setTimeout as sleep } from 'node:timers/promises';
import { alone, type Figure } from './figure.js';
import { SandboxJournal } from './limits/sandbox-journal.js';
import type { Granted } from './limits/work.js';
import { limitsWorld, type LimitsWorld } from './limits/world.js';

const MINUTE_MS = 60_000;
// In any minute, as in the references.
const PERMITTED = { open: 600, business: 600 };
const OPEN = ['/v2/video/list/', '/v2/video/query/', '/v2/user/info/'];
const BUSINESS = '/open_api/v1.3/';

export async function* run(): AsyncIterable<Figure> {
  const world = await limitsWorld();
  try {
    const { store, processes } = world;
    yield alone('limits.processes', processes.length, `processes, which count in ${store}`);
    yield* measure(world);
  } finally {
    await world.stop();
  }
}

/** Two minutes, so that what the first has used is gone in the second. The shares need the first one to even out. */
async function* measure({ sandbox, processes, work }: LimitsWorld): AsyncIterable<Figure> {
  const journal = new SandboxJournal(sandbox);
  // TikTok counts the consents of the preparation, too, which no process knows of.
  await sleep(1_100);
  await journal.begin();
  for (const one of processes) one.begin(work);
  await journal.watch(MINUTE_MS);
  const before = await Promise.all(processes.map((one) => one.granted()));
  await journal.watch(MINUTE_MS);
  const after = await Promise.all(processes.map((one) => one.granted()));
  const open = Math.min(...OPEN.map((path) => journal.takenAt(path) / (2 * PERMITTED.open)));
  const business = journal.takenAt(BUSINESS) / (2 * PERMITTED.business);
  yield alone('limits.budget_used', Math.min(open, business), 'of 1', 3);
  yield alone('limits.budget_used_open', open, 'of 1', 3);
  yield alone('limits.budget_used_business', business, 'of 1', 3);
  yield alone('limits.rejected', journal.rejected, 'calls');
  const shares = work.accounts.map(({ token }) => sum(after, token) - sum(before, token));
  const equal = shares.reduce((total, share) => total + share, 0) / shares.length;
  yield alone('limits.least_share', Math.min(...shares) / equal, 'of an equal share', 3);
}

function sum(granted: readonly Granted[], token: string): number {
  return granted.reduce((total, one) => total + (one[token] ?? 0), 0);
}
