import { Injectable } from '@nestjs/common';
import { OrgContext, SystemContext } from '../../database/index.js';
import { newsOfEvent } from './post-news.js';
import { PublicationJournal } from './publication-journal.js';
import { Publication } from '../post/publication.entity.js';

/** The door for webhooks: what TikTok tells of posts without being asked. */
@Injectable()
export class PublicationNews {
  constructor(
    private readonly system: SystemContext,
    private readonly orgContext: OrgContext,
    private readonly journal: PublicationJournal,
  ) {}

  /**
   * @param at when it happened, as TikTok says
   * @returns whether the event is about a publication of ours
   */
  async accept(event: string, content: Record<string, unknown>, at: Date): Promise<boolean> {
    const news = newsOfEvent(event, content, at);
    const { publish_id: tiktokPublishId } = content;
    if (!news || typeof tiktokPublishId !== 'string') return false;
    const rows = await this.system.transaction('find the publication of a webhook', (em) =>
      em
        .getRepository(Publication)
        .find({ where: { tiktokPublishId }, select: { id: true, organisationId: true } }),
    );
    for (const { id, organisationId } of rows) {
      await this.orgContext.run(organisationId, 'webhook of a publication', () =>
        this.journal.news(id, news, { polled: false, tiktokPublishId }),
      );
    }
    return rows.length > 0;
  }
}
