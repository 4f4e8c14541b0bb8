import type { FileAction } from './audience-upload.entity.js';

/** TikTok's limits per audience in any 24 h. */
export const UPDATES_PER_DAY = 24;
export const REPLACES_PER_DAY = 1;
const DAY_MS = 86_400_000;

/** An update that counts. */
export interface CountedUpdate {
  readonly action: string;
  readonly countedAt: Date;
}

export interface UpdateAllowance {
  readonly updatesLeft: number;
  /** When the next update is possible; null for now. */
  readonly nextUpdateAt: Date | null;
  /** When the next replacement is possible; null for now. */
  readonly nextReplaceAt: Date | null;
}

/** Works out what TikTok still allows, from the updates of the last 24 h. */
export function updateAllowance(updates: readonly CountedUpdate[], now: Date): UpdateAllowance {
  const recent = updates.filter(({ countedAt }) => now.getTime() - countedAt.getTime() < DAY_MS);
  const replaces = recent.filter(({ action }) => action === 'replace');
  const nextUpdateAt = freeAt(recent, UPDATES_PER_DAY);
  return {
    updatesLeft: Math.max(0, UPDATES_PER_DAY - recent.length),
    nextUpdateAt,
    nextReplaceAt: latest(nextUpdateAt, freeAt(replaces, REPLACES_PER_DAY)),
  };
}

/** @returns when the action is possible; null for now */
export function nextTime(action: FileAction, allowance: UpdateAllowance): Date | null {
  return action === 'replace' ? allowance.nextReplaceAt : allowance.nextUpdateAt;
}

function freeAt(updates: readonly CountedUpdate[], limit: number): Date | null {
  if (updates.length < limit) return null;
  const times = updates.map(({ countedAt }) => countedAt.getTime()).toSorted((a, b) => b - a);
  return new Date((times[limit - 1] ?? 0) + DAY_MS);
}

function latest(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one > other ? one : other;
}
