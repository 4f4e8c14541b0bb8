import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, isId } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import { PERSONAL } from '../facts/message-facts.js';
import { PERSONAL_KINDS } from '../facts/timeline-kinds.js';
import { MediaStore } from '../media/media-store.js';
import { summarise } from '../store/conversation-summary.js';
import { ConversationChanges } from '../stream/conversation-changes.js';
import { unknownContact } from './contact.service.js';

/** A person whose data an organisation erases. */
export interface ErasedPerson {
  organisationId: string;
  personKey: string;
}

type ErasureListener = (person: ErasedPerson) => Promise<void>;

// Facts lock the inbox first. With all of them locked, no message of the person arrives in the meantime.
const LOCK_INBOXES = `
  SELECT FROM crm_inboxes WHERE organisation_id = $1 ORDER BY integration_id FOR UPDATE`;
const LOCK = `
  SELECT person_key AS "personKey" FROM crm_contacts WHERE id = $1 AND organisation_id = $2 FOR UPDATE`;

const MILLISECONDS = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)`;
// Rows of older versions have no facts.
const FACTS = `coalesce(facts, jsonb_build_object('seen', ${MILLISECONDS('sent_at')}, 'inserted', ${MILLISECONDS('sent_at')},
  'states', jsonb_build_array(jsonb_build_object('visibility', visibility, 'at', ${MILLISECONDS('changed_at')},
    'toldAt', ${MILLISECONDS('changed_at')})), 'latest', '{}'::jsonb))`;
const GONE = `ARRAY[${PERSONAL.map((field) => `'${field}'`).join(', ')}]`;
// A message may have arrived without its author: in a conversation of the person, it is the person's.
const DIRECT_CONVERSATIONS = `
  SELECT c.id FROM direct_threads t JOIN conversations c ON c.integration_id = t.integration_id AND c.thread_key = t.thread_id
  WHERE t.organisation_id = $1 AND t.person_key = $2 AND c.kind = 'message'
  UNION
  SELECT c.id FROM messages m JOIN conversations c ON c.id = m.conversation_id
  WHERE m.organisation_id = $1 AND m.author_id = $2 AND m.direction = 'in' AND c.kind = 'message'`;
const ERASE_MESSAGES = `
  UPDATE messages SET text = NULL, author_id = NULL, author_name = NULL, author_username = NULL, author_picture = NULL,
    image_url = NULL, content = NULL, unread = false, erased_at = $3,
    facts = ${FACTS} || jsonb_build_object('erased', 'everything', 'texts', '[]'::jsonb,
      'latest', coalesce(facts -> 'latest', '{}'::jsonb) - ${GONE})
  WHERE organisation_id = $1 AND direction = 'in'
    AND (author_id = $2 OR (author_id IS NULL AND conversation_id = ANY($4::uuid[])))
  RETURNING id, conversation_id AS "conversationId"`;
const ERASE_MEDIA = `DELETE FROM message_media WHERE message_id = ANY($1) RETURNING file`;
const ERASE_LINES = `
  DELETE FROM conversation_events WHERE type = ANY($3) AND (message_id = ANY($1) OR conversation_id = ANY($2))`;
// The row stays, as after a removal: TikTok's next list names the reaction again.
const ERASE_REACTIONS = `
  UPDATE message_reactions r SET emoji = NULL, at = $3 FROM direct_threads t
  WHERE t.organisation_id = $1 AND t.person_key = $2 AND r.by = 'person'
    AND r.integration_id = t.integration_id AND r.thread_id = t.thread_id`;
const FORGET_THREADS = `UPDATE direct_threads SET person_key = NULL WHERE organisation_id = $1 AND person_key = $2`;
const ERASE_CONTACT = `
  UPDATE crm_contacts SET person_key = NULL, name = NULL, username = NULL, picture = NULL, profile_at = NULL, erased_at = $2
  WHERE id = $1`;

/** Erases what a person said and who it is. Only a hash stays, so that later messages do not bring the name back. */
@Injectable()
export class ContactErasure {
  private readonly listeners: ErasureListener[] = [];

  constructor(
    private readonly orgContext: OrgContext,
    private readonly changes: ConversationChanges,
    private readonly media: MediaStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds work on other copies of what the person said. It runs before the inbox forgets who the person is, so that a crash
   * loses nothing, and after it, for copies that were made in the meantime.
   */
  listen(listener: ErasureListener): void {
    this.listeners.push(listener);
  }

  /** Safe to repeat. @returns how many messages it has erased. @throws NotFoundError */
  async erase(id: string): Promise<number> {
    if (!isId(id)) throw unknownContact();
    const { organisationId } = this.orgContext;
    const personKey = await this.orgContext.transaction((em) => this.keyOf(em, id));
    const copies =
      personKey === null ? [] : this.listeners.map((erase) => () => erase({ organisationId, personKey }));
    for (const eraseCopies of copies) await eraseCopies();
    const { count, files } = await this.orgContext.transaction(async (em) => {
      await em.query(LOCK_INBOXES, [organisationId]);
      const key = await this.keyOf(em, id);
      return key === null ? { count: 0, files: [] } : await this.eraseMessages(em, id, key);
    });
    // If the process ends here, the store removes them, because nothing names them any longer.
    for (const file of files) await this.media.remove(file);
    for (const eraseCopies of copies) await eraseCopies();
    return count;
  }

  private async keyOf(em: EntityManager, id: string): Promise<string | null> {
    const [row] = await queryRows<{ personKey: string | null }>(em, LOCK, [
      id,
      this.orgContext.organisationId,
    ]);
    if (!row) throw unknownContact();
    return row.personKey;
  }

  private async eraseMessages(
    em: EntityManager,
    contactId: string,
    personKey: string,
  ): Promise<{ count: number; files: string[] }> {
    const { organisationId } = this.orgContext;
    const now = this.clock.now();
    const person = [organisationId, personKey];
    const direct = (await queryRows<{ id: string }>(em, DIRECT_CONVERSATIONS, person)).map(({ id }) => id);
    const messages = await queryRows<{ id: string; conversationId: string }>(em, ERASE_MESSAGES, [
      ...person,
      now,
      direct,
    ]);
    const ids = messages.map(({ id }) => id);
    const media = await queryRows<{ file: string | null }>(em, ERASE_MEDIA, [ids]);
    await em.query(ERASE_LINES, [ids, direct, PERSONAL_KINDS]);
    await em.query(ERASE_REACTIONS, [organisationId, personKey, now]);
    await em.query(FORGET_THREADS, [organisationId, personKey]);
    await em.query(ERASE_CONTACT, [contactId, now]);
    const updated = [...new Set([...direct, ...messages.map(({ conversationId }) => conversationId)])];
    await summarise(em, updated);
    await this.changes.publish(em, { organisationId, created: [], updated, messages: [] });
    return { count: messages.length, files: media.flatMap(({ file }) => file ?? []) };
  }
}
