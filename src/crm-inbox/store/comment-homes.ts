import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrgContext, queryRows } from '../../database/index.js';
import { ConversationChanges } from '../stream/conversation-changes.js';
import { moveConversation, type Stray } from './conversation-moves.js';
import { summarise } from './conversation-summary.js';
import { ConversationWriter } from './conversation-writer.js';
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
  SELECT c.id, c.integration_id AS inbox, c.thread_key AS "threadKey", h.home, h.own AS "isOwnPost" FROM conversations c
  JOIN unnest($2::uuid[], $3::text[], $4::boolean[]) AS h (home, thread, own) ON h.thread = c.thread_key AND h.home <> c.integration_id
  WHERE c.integration_id IN (${INBOXES}) AND c.kind = 'ad_comment' ORDER BY c.id`;

/** Where a thread belongs. */
export type ThreadHome = Pick<Stray, 'threadKey' | 'home' | 'isOwnPost'>;

/**
 * Finds the inbox that a comment under an ad belongs to: that of the account whose post the ad shows. An ad account may belong
 * to another integration, and may show the comment before the account is connected.
 */
@Injectable()
export class CommentHomes {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly writer: ConversationWriter,
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
   * Moves conversations that other inboxes of the organisation have about these threads into the ones that they belong to.
   * Nothing to move is the rule. Locks all inboxes that it changes in one order, and those of the threads with them.
   * @param em of the transaction that stores the comments
   */
  async bringHome(em: EntityManager, threads: readonly ThreadHome[]): Promise<void> {
    const { organisationId } = this.orgContext;
    const homes = threads.map(({ home }) => home);
    const places = [homes, threads.map((one) => one.threadKey), threads.map((one) => one.isOwnPost)];
    const find = () => queryRows<Stray>(em, STRAYS, [organisationId, ...places]);
    const found = await find();
    if (found.length === 0) return;
    const inboxes = new Set([...homes, ...found.map(({ inbox }) => inbox)]);
    for (const inbox of [...inboxes].toSorted()) await lockInbox(em, inbox);
    for (const stray of await find())
      // One that came meanwhile waits for the next run.
      if (inboxes.has(stray.inbox)) await this.move(em, stray);
  }

  private async move(em: EntityManager, stray: Stray): Promise<void> {
    const { organisationId } = this.orgContext;
    const { id, copies } = await moveConversation(em, stray, { organisationId });
    await this.writer.merge(em, { id: stray.home, organisationId }, copies);
    await summarise(em, [id]);
    await this.changes.publish(em, { organisationId, created: [], updated: [id], messages: [] });
  }
}
