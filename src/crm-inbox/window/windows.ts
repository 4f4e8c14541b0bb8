import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { queryRows } from '../../database/index.js';
import { EUROPEAN_THREAD } from '../direct/direct-facts.js';
import { messagingWindow, type MessagingWindow } from './messaging-window.js';

// What TikTok sends automatically does not count. What the service has sent counts before TikTok shows it, and what it may have
// sent counts, too. Of those that wait, only the earlier ones go before.
const STATE = `
  WITH heard AS (SELECT min(sent_at) AS first, max(sent_at) AS last FROM messages
      WHERE conversation_id = $1 AND direction = 'in'),
    sent AS (
      SELECT sent_at AS at FROM messages
      WHERE conversation_id = $1 AND direction = 'out' AND content->>'autoType' IS NULL
      UNION ALL
      SELECT coalesce(o.sent_at, now()) FROM crm_outbox o
      WHERE o.conversation_id = $1 AND o.status IN ('queued', 'sent', 'unknown') AND ($3::uuid IS NULL OR o.id < $3))
  SELECT heard.first AS "firstInboundAt", heard.last AS "lastInboundAt",
    coalesce((SELECT bool_or(at < heard.last) FROM sent), false) AS "repliedSinceFirst",
    (SELECT count(*)::int FROM sent WHERE at > heard.last AND at <= heard.last + $2 * interval '1 hour') AS "sentInWindow",
    (SELECT count(*)::int FROM sent WHERE at > heard.last + $2 * interval '1 hour') AS "sentLate",
    t.blocked_at AS "blockedAt"
  FROM heard, conversations c
  LEFT JOIN direct_threads t ON t.integration_id = c.integration_id AND t.thread_id = c.thread_key
  WHERE c.id = $1`;

interface Row {
  firstInboundAt: Date | null;
  lastInboundAt: Date | null;
  repliedSinceFirst: boolean;
  sentInWindow: number;
  sentLate: number;
  blockedAt: Date | null;
}

/** Derives the messaging window of a conversation from its messages. */
@Injectable()
export class Windows {
  constructor(
    private readonly config: AppConfig,
    private readonly clock: Clock,
  ) {}

  /** @param outgoingId one that waits in the outbox: later ones do not count */
  async of(
    em: EntityManager,
    { id, threadKey }: { id: string; threadKey: string },
    outgoingId: string | null = null,
  ): Promise<MessagingWindow> {
    const rules = this.config.messages.window;
    if (threadKey === EUROPEAN_THREAD) return UNKNOWN_PERSON;
    const [state] = await queryRows<Row>(em, STATE, [id, rules.hours, outgoingId]);
    return messagingWindow(state ?? NOTHING, rules, this.clock.now());
  }
}

const NOTHING: Row = {
  firstInboundAt: null,
  lastInboundAt: null,
  repliedSinceFirst: false,
  sentInWindow: 0,
  sentLate: 0,
  blockedAt: null,
};

const UNKNOWN_PERSON: MessagingWindow = {
  phase: 'not_started',
  isOpen: false,
  reason: 'unknown_person',
  openUntil: null,
  messagesLeft: 0,
};
