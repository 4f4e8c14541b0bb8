import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export const INBOX_CHANNEL = 'crm_inbox';

/** What a transaction has changed in an organisation's inbox. */
export interface InboxChanges {
  organisationId: string;
  created: readonly string[];
  /** Conversations, without those that are created. */
  updated: readonly string[];
  /** New messages that are not history. */
  messages: readonly string[];
}

type ChangeListener = (em: EntityManager, changes: InboxChanges) => Promise<void>;

const MARK = `UPDATE conversations SET change_id = new_id() WHERE id = ANY($1)`;
const SIGNAL = `SELECT pg_notify('${INBOX_CHANNEL}', left($1, 1000))`;

/** Publishes changes of conversations in the transaction that makes them. */
@Injectable()
export class ConversationChanges {
  private readonly listeners: ChangeListener[] = [];

  /** Adds work for each change, in the same transaction: what it writes commits with the change. */
  listen(listener: ChangeListener): void {
    this.listeners.push(listener);
  }

  /** Wakes the streams when the transaction commits. @param em of a transaction of this organisation */
  async publish(em: EntityManager, changes: InboxChanges): Promise<void> {
    const { organisationId, created, updated } = changes;
    const ids = [...created, ...updated];
    if (ids.length === 0) return;
    await em.query(MARK, [ids]);
    for (const listener of this.listeners) await listener(em, changes);
    await em.query(SIGNAL, [organisationId]);
  }
}
