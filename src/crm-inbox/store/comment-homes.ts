import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrgContext, queryRows } from '../../database/index.js';
import { ConversationChanges } from '../stream/conversation-changes.js';
import { summarise } from './conversation-summary.js';
import { lockInbox } from './inbox-lock.js';

const INBOXES = 'SELECT integration_id FROM crm_inboxes WHERE organisation_id = $1';

// Only lists of ad comments set `ads`, and every other source leaves a trace beside it.
const ORGANIC = `
  SELECT m.comment_id AS id, m.integration_id AS home FROM messages m
  WHERE m.integration_id IN (${INBOXES}) AND m.comment_id = ANY($2)
    AND (m.facts IS NULL OR NOT m.facts ? 'ads' OR m.facts ? 'organic')
  ORDER BY m.integration_id DESC`;

const TAGGED = `
  SELECT DISTINCT m.comment_id AS id FROM messages m
  WHERE m.integration_id IN (${INBOXES}) AND m.comment_id = ANY($2) AND m.facts -> 'ads' ? $3`;

const STRAYS = `
  SELECT c.id, c.integration_id AS home, own.id AS "keptId" FROM conversations c
  LEFT JOIN conversations own ON own.integration_id = $2 AND own.thread_key = c.thread_key
  WHERE c.integration_id IN (${INBOXES}) AND c.integration_id <> $2 AND c.kind = 'ad_comment' AND c.thread_key = ANY($3)`;

const MOVE = 'UPDATE conversations SET integration_id = $2 WHERE id = $1';
const MOVE_PARTS = ['messages', 'crm_outbox'].map(
  (table) => `UPDATE ${table} SET integration_id = $2 WHERE conversation_id = $1`,
);
// Messages that both have stay where they were, and are deleted with their conversation.
const JOIN_MESSAGES = `
  UPDATE messages m SET conversation_id = $2, integration_id = $3 WHERE m.conversation_id = $1
    AND NOT EXISTS (SELECT FROM messages o WHERE o.integration_id = $3 AND o.comment_id = m.comment_id)`;
const JOIN_OUTBOX =
  'UPDATE crm_outbox SET conversation_id = $2, integration_id = $3 WHERE conversation_id = $1';
const JOIN_EVENTS = `
  UPDATE conversation_events e SET conversation_id = $2 WHERE e.conversation_id = $1
    AND (e.message_id IS NULL OR e.message_id IN (SELECT id FROM messages WHERE conversation_id = $2))
    AND NOT EXISTS (SELECT FROM conversation_events o WHERE o.conversation_id = $2 AND o.key = e.key)`;
const KEEP_ASSIGNEE = `
  UPDATE conversations kept SET assignee = coalesce(kept.assignee, former.assignee), kind = 'ad_comment'
  FROM conversations former WHERE kept.id = $2 AND former.id = $1`;

interface Stray {
  id: string;
  home: string;
  keptId: string | null;
}

/**
 * Finds the inbox that a comment under an ad belongs to: that of the account whose post the ad shows. An ad account may belong
 * to another integration, and may show the comment before the account is connected.
 */
@Injectable()
export class CommentHomes {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly changes: ConversationChanges,
  ) {}

  /** @returns the integration of each comment that a source of its post's own account has shown */
  async among(ids: readonly string[]): Promise<Map<string, string>> {
    const { organisationId } = this.orgContext;
    const rows = await this.orgContext.transaction((em) =>
      queryRows<{ id: string; home: string }>(em, ORGANIC, [organisationId, ids]),
    );
    return new Map(rows.map(({ id, home }) => [id, home]));
  }

  /** @param key of the ad group, as `placementKey` makes it. @returns the comments that are known to be there */
  async tagged(ids: readonly string[], key: string): Promise<Set<string>> {
    const { organisationId } = this.orgContext;
    const rows = await this.orgContext.transaction((em) =>
      queryRows<{ id: string }>(em, TAGGED, [organisationId, ids, key]),
    );
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * Moves conversations that other inboxes of the organisation have about these threads into the one that they belong to.
   * Nothing to move is the rule. @param em of the transaction that stores the comments
   */
  async bringHome(em: EntityManager, home: string, threadKeys: readonly string[]): Promise<void> {
    const { organisationId } = this.orgContext;
    const find = () => queryRows<Stray>(em, STRAYS, [organisationId, home, threadKeys]);
    const inboxes = [...new Set([home, ...(await find()).map((stray) => stray.home)])].toSorted();
    if (inboxes.length === 1) return;
    for (const inbox of inboxes) await lockInbox(em, inbox);
    const strays = await find();
    for (const { id, keptId } of strays)
      if (keptId === null) await this.move(em, id, home);
      else await this.join(em, id, keptId, home);
    const updated = strays.map(({ id, keptId }) => keptId ?? id);
    await this.changes.publish(em, { organisationId, created: [], updated, messages: [] });
  }

  private async move(em: EntityManager, id: string, home: string): Promise<void> {
    await em.query(MOVE, [id, home]);
    for (const sql of MOVE_PARTS) await em.query(sql, [id, home]);
  }

  private async join(em: EntityManager, id: string, keptId: string, home: string): Promise<void> {
    await em.query(KEEP_ASSIGNEE, [id, keptId]);
    await em.query(JOIN_MESSAGES, [id, keptId, home]);
    await em.query(JOIN_OUTBOX, [id, keptId, home]);
    await em.query(JOIN_EVENTS, [id, keptId]);
    await em.query('DELETE FROM conversations WHERE id = $1', [id]);
    await summarise(em, [keptId]);
  }
}
