import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { inBatches } from '../../common/index.js';
import {
  isTransient,
  MAX_STATUS_IDS,
  RateBudgetError,
  TikTokApiError,
  TikTokRateLimitedError,
  TikTokTokenRejectedError,
  TikTokUnavailableError,
} from '../../tiktok/index.js';
import { growingPause } from './growing-pause.js';
import { PAUSE_SECONDS, RecentWrites } from './recent-writes.js';
import {
  StatusChanges,
  type CallOutcome,
  type StatusCall,
  type StatusObject,
  type StatusOutcome,
} from './status-changes.js';

// Another write to the same object was under way. Corrections §2a: serialise, and repeat it once.
const WRITE_CONFLICT = '40202';
const FIRST_PAUSE_SECONDS = 1;

/** What became of the objects of one request. */
export interface BatchResults {
  /** Exactly one for each object, in their order. */
  results: StatusOutcome[];
  /** The first failure that left objects undone. */
  failure?: unknown;
}

/**
 * Sets a status in batches of 20 ids. One batch that fails does not hide the results of the others. If TikTok refuses a whole
 * batch, it may do so for one of its ids, so each of them is sent alone. Writes to one Upgraded Smart+ ad keep their distance.
 */
@Injectable()
export class StatusBatches {
  constructor(
    private readonly statuses: StatusChanges,
    private readonly recent: RecentWrites,
  ) {}

  /**
   * @param objects of any kinds
   * @param patienceSeconds how long to repeat what TikTok takes no calls for, or did not answer
   */
  async set(call: StatusCall, objects: readonly StatusObject[], patienceSeconds = 0): Promise<BatchResults> {
    const until = performance.now() + patienceSeconds * 1000;
    const results = new Map<string, StatusOutcome>();
    for (let open = objects, failures = 1; ; failures += 1) {
      const round = await this.round(call, open);
      for (const { outcomes } of round) for (const outcome of outcomes) results.set(outcome.id, outcome);
      const failed = round.filter(({ error }) => isTransient(error));
      const pauseMs = pauseBefore(failed, failures);
      if (failed.length === 0 || performance.now() + pauseMs > until)
        return { results: inOrder(objects, results), ...failureOf(round) };
      await sleep(pauseMs);
      const again = new Set(failed.flatMap(({ outcomes }) => outcomes.map(({ id }) => id)));
      open = objects.filter(({ id }) => again.has(id));
    }
  }

  /** Makes each call once, and those of refused batches again, one object each. */
  private async round(call: StatusCall, objects: readonly StatusObject[]): Promise<CallOutcome[]> {
    const calls: CallOutcome[] = [];
    const alone: StatusObject[] = [];
    let hasConflict = false;
    for (const batch of batchesOf(objects)) {
      const outcome = await this.send(call, batch);
      hasConflict ||= isConflict(outcome.error);
      if (isWorthRepeating(outcome.error, batch.length)) alone.push(...batch);
      else calls.push(outcome);
    }
    // The other write may be as recent as the conflict, and the journal of its process may not have it yet.
    if (hasConflict) await sleep(PAUSE_SECONDS * 1000);
    for (const object of alone) calls.push(await this.send(call, [object]));
    return calls;
  }

  private async send(call: StatusCall, batch: readonly StatusObject[]): Promise<CallOutcome> {
    // A database that does not answer makes the call itself fail, with a result for each object.
    await this.recent.pass(call.account.accountId, batch).catch(() => undefined);
    return await this.statuses.send(call, batch);
  }
}

/** A refusal has changed nothing, and twice the same status does no harm. */
function isWorthRepeating(error: unknown, size: number): boolean {
  if (isConflict(error)) return true;
  const isRefusal = error instanceof TikTokApiError && !isTransient(error);
  return isRefusal && size > 1 && !(error instanceof TikTokTokenRejectedError);
}

function isConflict(error: unknown): boolean {
  return error instanceof TikTokUnavailableError && error.code === WRITE_CONFLICT;
}

/** Milliseconds until the next round: what TikTok or our own budget asks for, else a growing pause. */
function pauseBefore(failed: readonly CallOutcome[], failures: number): number {
  const asked = failed.map(({ error }) => {
    if (error instanceof RateBudgetError) return error.waitMs;
    return error instanceof TikTokRateLimitedError ? (error.origin.retryAfterSeconds ?? 0) * 1000 : 0;
  });
  return Math.max(growingPause(failures, FIRST_PAUSE_SECONDS) * 1000, ...asked);
}

function failureOf(round: readonly CallOutcome[]): { failure?: unknown } {
  const failed = round.find(({ outcomes }) => outcomes.some(({ result }) => result === 'not_sent'));
  return failed ? { failure: failed.error } : {};
}

function inOrder(
  objects: readonly StatusObject[],
  results: ReadonlyMap<string, StatusOutcome>,
): StatusOutcome[] {
  return [...new Set(objects.map(({ id }) => id))].flatMap((id) => results.get(id) ?? []);
}

function batchesOf(objects: readonly StatusObject[]): StatusObject[][] {
  const kinds = new Map<string, StatusObject[]>();
  for (const object of objects) {
    const key = `${object.family} ${object.level}`;
    kinds.set(key, [...(kinds.get(key) ?? []), object]);
  }
  return [...kinds.values()].flatMap((same) => inBatches(same, MAX_STATUS_IDS));
}
