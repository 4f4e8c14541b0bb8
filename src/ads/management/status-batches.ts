import { Injectable } from '@nestjs/common';
import { messageOf } from '../../common/index.js';
import type { AdAccountRef } from '../../integrations/index.js';
import {
  isTransient,
  MAX_STATUS_IDS,
  retryAfterSeconds,
  toHttpError,
  type AdKind,
  type OperationStatus,
} from '../../tiktok/index.js';
import type { AdObject } from '../objects/ad-object.entity.js';
import type { Actor } from '../writes/actor.js';
import { StatusChanges } from '../writes/status-changes.js';
import type { StatusResultView } from './dto/status.view.js';

const RETRY_AFTER_SECONDS = 5;

/** The answer to a batch that TikTok did not take. */
export interface BatchResults {
  results: StatusResultView[];
  /** The first failure that left a whole batch undone. */
  failure?: unknown;
}

/** Sets a status batch by batch. One batch that fails does not hide the results of the others. */
@Injectable()
export class StatusBatches {
  constructor(private readonly statuses: StatusChanges) {}

  /** @param objects of any kinds */
  async set(
    account: AdAccountRef,
    objects: readonly AdObject[],
    status: OperationStatus,
    actor: Actor,
  ): Promise<BatchResults> {
    const all: BatchResults = { results: [] };
    for (const { kind, batch } of batchesOf(objects)) {
      const { results, failure } = await this.setBatch(account, kind, batch, status, actor);
      all.results.push(...results);
      all.failure ??= failure;
    }
    return all;
  }

  private async setBatch(
    account: AdAccountRef,
    kind: AdKind,
    batch: readonly AdObject[],
    status: OperationStatus,
    actor: Actor,
  ): Promise<BatchResults> {
    try {
      const results = await this.statuses.set(account, kind, batch, status, actor);
      const isRefused = results.every(({ result }) => result === 'refused');
      if (!isRefused || batch.length === 1) return { results };
    } catch (error) {
      if (!isTransient(error)) throw error;
      return { results: batch.map(({ id }) => notSent(id, error)), failure: error };
    }
    // Some endpoints refuse all ids for one of them, and a refusal has changed nothing.
    const single: BatchResults = { results: [] };
    for (const object of batch) {
      const { results, failure } = await this.setBatch(account, kind, [object], status, actor);
      single.results.push(...results);
      single.failure ??= failure;
    }
    return single;
  }
}

function batchesOf(objects: readonly AdObject[]): { kind: AdKind; batch: AdObject[] }[] {
  const kinds = new Map<string, AdObject[]>();
  for (const object of objects) {
    const key = `${object.family} ${object.level}`;
    kinds.set(key, [...(kinds.get(key) ?? []), object]);
  }
  return [...kinds.values()].flatMap((same) => {
    const [{ family, level }] = same as [AdObject];
    const batches = Array.from({ length: Math.ceil(same.length / MAX_STATUS_IDS) }, (_, index) =>
      same.slice(index * MAX_STATUS_IDS, (index + 1) * MAX_STATUS_IDS),
    );
    return batches.map((batch) => ({ kind: { family, level }, batch }));
  });
}

function notSent(id: string, error: unknown): StatusResultView {
  return {
    id,
    result: 'not_sent',
    message: `TikTok takes no calls at the moment; nothing was changed. ${messageOf(toHttpError(error))}`,
    retryAfterSeconds: retryAfterSeconds(error) ?? RETRY_AFTER_SECONDS,
  };
}
