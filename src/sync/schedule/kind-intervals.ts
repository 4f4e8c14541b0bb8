import type { SyncPolicy } from '../../config/index.js';
import { SYNC_KINDS, type SyncKind } from '../runs/sync-kinds.js';

type HourlySetting = {
  [Name in keyof SyncPolicy]: SyncPolicy[Name] extends number ? Name : never;
}[keyof SyncPolicy];

const HOURS_OF: Record<SyncKind, HourlySetting> = {
  profile: 'profileEveryHours',
  videos: 'discoverEveryHours',
  comments: 'commentsEveryHours',
  messages: 'commentsEveryHours',
  ads: 'adsEveryHours',
  ad_comments: 'commentsEveryHours',
};

/** Hours between two runs of a kind, unless a run knows better. */
export function intervalHours(policy: SyncPolicy, kind: SyncKind): number {
  return policy[HOURS_OF[kind]];
}

/** The intervals of all kinds. */
export function intervalsOf(policy: SyncPolicy): Record<string, number> {
  return Object.fromEntries(SYNC_KINDS.map((kind) => [kind, intervalHours(policy, kind)]));
}
