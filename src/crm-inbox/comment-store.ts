import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Coalescer, isDatabaseUnavailable, isError, messageOf, newId } from '../common/index.js';
import { OrgContext } from '../database/index.js';
import type { IntegrationRef } from '../integrations/index.js';
import type { CommentEvent } from './comment-event.js';

// Writes the conversation and its message in one statement. Events may be repeated and out of order: the latest one
// determines the visibility, and any of them may bring the text. An unknown action keeps the last known visibility.
const UPSERT = `
  WITH conversation AS (
    INSERT INTO conversations AS c (id, organisation_id, integration_id, kind, video_id, root_comment_id, last_message_at)
    VALUES ($1, $2, $3, 'comment', $4, $5, $6)
    ON CONFLICT (integration_id, video_id, root_comment_id)
    DO UPDATE SET last_message_at = greatest(c.last_message_at, excluded.last_message_at)
    RETURNING id)
  INSERT INTO messages AS m (id, organisation_id, conversation_id, comment_id, author_id, text, visibility, sent_at, changed_at)
  SELECT $7::uuid, $2, conversation.id, $8, $9, $10, $11, $6, $6 FROM conversation
  ON CONFLICT (conversation_id, comment_id) DO UPDATE SET
    author_id = coalesce(m.author_id, excluded.author_id),
    text = CASE WHEN excluded.text IS NOT NULL AND excluded.changed_at >= m.changed_at THEN excluded.text
      ELSE coalesce(m.text, excluded.text) END,
    sent_at = least(m.sent_at, excluded.sent_at),
    (visibility, changed_at) = (SELECT
      CASE WHEN decides THEN excluded.visibility ELSE m.visibility END,
      CASE WHEN decides THEN excluded.changed_at ELSE m.changed_at END
      FROM (SELECT excluded.visibility <> 'unknown'
        AND (m.visibility = 'unknown' OR excluded.changed_at >= m.changed_at) AS decides) AS d)`;

const MAX_COMMENTS = 50;

interface Arrival {
  integration: IntegrationRef;
  event: CommentEvent;
}

/** Stores comments. Concurrent comments of one organisation share a transaction. */
@Injectable()
export class CommentStore {
  private readonly arrivals = new Coalescer((all: Arrival[]) => this.storeAll(all), MAX_COMMENTS);

  constructor(private readonly orgContext: OrgContext) {}

  /** Stores a comment. A repeated event changes nothing. @throws Error that concerns only this comment */
  async store(integration: IntegrationRef, event: CommentEvent): Promise<void> {
    const failure = await this.arrivals.add({ integration, event });
    if (failure) throw failure;
  }

  private async storeAll(all: Arrival[]): Promise<(Error | undefined)[]> {
    const failures = new Map<Arrival, Error>();
    for (const organisationId of new Set(all.map(({ integration }) => integration.organisationId))) {
      const own = all.filter(({ integration }) => integration.organisationId === organisationId);
      await this.storeOwn(organisationId, own.toSorted(inLockOrder), failures);
    }
    return all.map((arrival) => failures.get(arrival));
  }

  /** If the batch fails, each comment is stored separately. */
  private async storeOwn(
    organisationId: string,
    arrivals: Arrival[],
    failures: Map<Arrival, Error>,
  ): Promise<void> {
    try {
      await this.write(organisationId, arrivals);
    } catch (error) {
      if (isDatabaseUnavailable(error)) throw error;
      const [first, another] = arrivals;
      if (first && !another) failures.set(first, isError(error) ? error : new Error(messageOf(error)));
      else for (const arrival of arrivals) await this.storeOwn(organisationId, [arrival], failures);
    }
  }

  private write(organisationId: string, arrivals: Arrival[]): Promise<void> {
    return this.orgContext.run(organisationId, 'store comments in the inbox', () =>
      this.orgContext.transaction(async (em) => {
        for (const arrival of arrivals) await upsert(em, arrival);
      }),
    );
  }
}

/** Sorts by lock order: writers that lock rows in the same order do not deadlock. */
function inLockOrder(one: Arrival, other: Arrival): number {
  return placeOf(one) < placeOf(other) ? -1 : 1;
}

function placeOf({ integration, event }: Arrival): string {
  return [integration.id, event.videoId, event.rootCommentId, event.commentId].join(' ');
}

async function upsert(em: EntityManager, { integration, event }: Arrival): Promise<void> {
  await em.query(UPSERT, [
    newId(),
    integration.organisationId,
    integration.id,
    event.videoId,
    event.rootCommentId,
    event.at,
    newId(),
    event.commentId,
    event.authorId,
    event.text,
    event.visibility,
  ]);
}
