// How much of the permitted call rate a large launch uses while it has work, by the sandbox's own count: 1 campaign, 10 ad
// groups and 50 ads at the basic level, which permits ten calls a second.
import { setTimeout as sleep } from 'node:timers/promises';
import { adsWorld, type AdsWorld } from './ads/world.js';
import { alone, type Figure } from './figure.js';
import { SandboxJournal } from './limits/sandbox-journal.js';

const PERMITTED_PER_SECOND = 10;
const [AD_GROUPS, ADS_EACH] = [10, 5];
const LOOK_EVERY_MS = 500;

export async function* run(): AsyncIterable<Figure> {
  const world = await adsWorld();
  try {
    yield* measure(world);
  } finally {
    await world.stop();
  }
}

async function* measure({ sandbox, caller, uploadId }: AdsWorld): AsyncIterable<Figure> {
  const journal = new SandboxJournal(sandbox);
  const launchId = await caller.launch(uploadId, AD_GROUPS, ADS_EACH);
  // What the preparation used has left the window.
  await sleep(1_100);
  await journal.begin();
  const began = performance.now();
  let seconds = 0;
  let used = 0;
  // The last look may fall into the time after the work: it does not count.
  while (!(await caller.isCreated(launchId))) {
    await journal.watch(LOOK_EVERY_MS);
    if (await caller.isCreated(launchId)) break;
    seconds = (performance.now() - began) / 1_000;
    used = sum(journal.taken);
  }
  yield alone('ads.budget_used', used / (seconds * PERMITTED_PER_SECOND), 'of 1', 3);
  yield alone('ads.rejected', journal.rejected, 'calls');
}

function sum(taken: ReadonlyMap<string, number>): number {
  return [...taken.values()].reduce((total, one) => total + one, 0);
}
