import { Injectable } from '@nestjs/common';
import { OrgContext, SystemContext } from '../../database/index.js';
import { Publication } from '../post/publication.entity.js';
import { PublicationJournal } from './publication-journal.js';
import { updateFromEvent } from './status-update.js';

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
