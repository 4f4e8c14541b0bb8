import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, isId, newId } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import type { ConversationStatus } from '../conversation.entity.js';
import type { TimelineKind } from '../facts/timeline-kinds.js';
import { unknownConversation } from '../not-found.js';
import { appendToTimeline } from '../store/timeline.js';
import { ConversationChanges } from '../stream/conversation-changes.js';

// Facts lock the inbox first, too. An action that did not would wait for facts that wait for it.
const LOCK_INBOX = `
  SELECT FROM crm_inboxes WHERE integration_id = (SELECT integration_id FROM conversations WHERE id = $1) FOR UPDATE`;
const LOCK = `
  SELECT id, status, assignee, unread_count AS "unreadCount" FROM conversations
  WHERE id = $1 AND organisation_id = $2 FOR UPDATE`;
const SET_STATUS = 'UPDATE conversations SET status = $2 WHERE id = $1';
const ASSIGN = 'UPDATE conversations SET assignee = $2 WHERE id = $1';
const READ_MESSAGES =
  'UPDATE messages SET unread = false, read_at = $2 WHERE conversation_id = $1 AND unread';
const READ = 'UPDATE conversations SET unread_count = 0, last_read_at = $2 WHERE id = $1';

interface Locked {
  id: string;
  status: ConversationStatus;
  assignee: string | null;
  unreadCount: number;
}

const EVENT_OF: Record<ConversationStatus, TimelineKind> = {
  open: 'reopened',
  pending: 'set_pending',
  closed: 'closed',
};

/** What users do with a conversation here. TikTok learns nothing of it. */
@Injectable()
export class ConversationActions {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly changes: ConversationChanges,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFoundError */
  setStatus(id: string, status: ConversationStatus, actor: string): Promise<void> {
    return this.change(id, async (em, { status: before }) => {
      if (before === status) return false;
      await em.query(SET_STATUS, [id, status]);
      await this.note(em, id, { type: EVENT_OF[status], actor });
      return true;
    });
  }

  /** @throws NotFoundError */
  assign(id: string, assignee: string | null, actor: string): Promise<void> {
    return this.change(id, async (em, { assignee: before }) => {
      if (before === assignee) return false;
      await em.query(ASSIGN, [id, assignee]);
      const type = assignee === null ? 'unassigned' : 'assigned';
      await this.note(em, id, { type, actor, details: assignee === null ? {} : { assignee } });
      return true;
    });
  }

  /** Marks all messages as read that have arrived. @throws NotFoundError */
  markRead(id: string): Promise<void> {
    return this.change(id, async (em, { unreadCount }) => {
      const now = this.clock.now();
      await em.query(READ_MESSAGES, [id, now]);
      await em.query(READ, [id, now]);
      return unreadCount > 0;
    });
  }

  /** @param work returns true if other users should see the change */
  private async change(
    id: string,
    work: (em: EntityManager, conversation: Locked) => Promise<boolean>,
  ): Promise<void> {
    const { organisationId } = this.orgContext;
    if (!isId(id)) throw unknownConversation();
    await this.orgContext.transaction(async (em) => {
      await em.query(LOCK_INBOX, [id]);
      const [conversation] = await queryRows<Locked>(em, LOCK, [id, organisationId]);
      if (!conversation) throw unknownConversation();
      if (await work(em, conversation))
        await this.changes.publish(em, { organisationId, created: [], updated: [id], messages: [] });
    });
  }

  private async note(
    em: EntityManager,
    conversationId: string,
    entry: { type: TimelineKind; actor: string; details?: Record<string, unknown> },
  ): Promise<void> {
    const { organisationId } = this.orgContext;
    await appendToTimeline(em, {
      organisationId,
      conversationId,
      key: `user:${newId()}`,
      at: this.clock.now(),
      ...entry,
    });
  }
}
