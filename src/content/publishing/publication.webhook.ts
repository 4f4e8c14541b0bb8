import { Injectable } from '@nestjs/common';
import { OrgContext, SystemContext } from '../../database/index.js';
import type { StatusUpdate } from '../post/publication-reducer.js';
import { Publication } from '../post/publication.entity.js';
import { PublicationJournal } from './publication-journal.js';
import { idsIn, reasonIn } from './status-poll.js';

/** Handles TikTok's webhook events about posts. */
@Injectable()
export class PublicationWebhook {
  constructor(
    private readonly system: SystemContext,
    private readonly orgContext: OrgContext,
    private readonly journal: PublicationJournal,
  ) {}

  /**
   * @param at when it happened, by TikTok's clock
   * @returns true if the event is about one of our publications
   */
  async accept(event: string, content: Record<string, unknown>, at: Date): Promise<boolean> {
    const update = updateFromEvent(event, content, at);
    const { publish_id: tiktokPublishId } = content;
    if (!update || typeof tiktokPublishId !== 'string') return false;
    const rows = await this.system.transaction('find the publication of a webhook', (em) =>
      em
        .getRepository(Publication)
        .find({ where: { tiktokPublishId }, select: { id: true, organisationId: true } }),
    );
    for (const { id, organisationId } of rows) {
      await this.orgContext.run(organisationId, 'webhook of a publication', () =>
        this.journal.update(id, update, { polled: false, tiktokPublishId }),
      );
    }
    return rows.length > 0;
  }
}

/**
 * Reads a webhook event; undefined if it is not about a post. TikTok uses both spellings of "publicly".
 * @param content already parsed
 * @param at when it happened
 */
export function updateFromEvent(
  event: string,
  content: Record<string, unknown>,
  at: Date,
): StatusUpdate | undefined {
  const postIds = idsIn(content.post_id);
  switch (event) {
    case 'post.publish.complete':
      return { kind: 'complete', postIds: [] };
    case 'post.publish.inbox_delivered':
      return { kind: 'in_inbox' };
    case 'post.publish.failed':
      return { kind: 'failed', reason: reasonIn(content.reason) };
    case 'post.publish.publicly_available':
    case 'post.publish.publicaly_available':
      return { kind: 'public', postIds, at };
    case 'post.publish.no_longer_publicaly_available':
    case 'post.publish.no_longer_publicly_available':
      return { kind: 'no_longer_public', postIds, at };
    default:
      return undefined;
  }
}
