import type { EntityManager } from 'typeorm';
import type { Outgoing } from './outgoing.entity.js';

/** Something at TikTok that may be the result of a call whose answer was lost. */
export interface Found {
  sentId: string;
  /** As TikTok shows it, in its own words. */
  data: unknown;
}

/** Sends one kind of outgoing message, and finds it again. */
export interface Deliverer {
  /** Checks what must hold before the call. @throws DomainError, TikTokError: nothing was sent */
  prepare(outgoing: Outgoing): Promise<() => Promise<Found | undefined>>;
  /** Looks for the result of a call whose answer was lost. @param taken ids that belong to other outgoing messages */
  find(outgoing: Outgoing, taken: (ids: string[]) => Promise<Set<string>>): Promise<Found | undefined>;
  /** Stores it as a message of its conversation, in the transaction that confirms it. */
  store(em: EntityManager, outgoing: Outgoing, found: Found): Promise<void>;
  /** Reads who sees it; null if that cannot be known. */
  reach(outgoing: Outgoing): Promise<'public' | 'limited' | null>;
}
