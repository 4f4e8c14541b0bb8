import type { EntityManager } from 'typeorm';
import type { AdKind } from '../../tiktok/index.js';
import type { Drift } from './drift.js';

/** Records changes that the service did not make. The write protocol knows which ones those are. */
export abstract class DriftJournal {
  /** @param em of the transaction that updates the copies and has locked them. @param seenAt when TikTok sent the changes */
  abstract record(
    em: EntityManager,
    accountId: string,
    kind: AdKind,
    drifts: readonly Drift[],
    seenAt: Date,
  ): Promise<void>;
}
