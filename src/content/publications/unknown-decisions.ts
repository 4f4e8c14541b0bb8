import { Injectable } from '@nestjs/common';
import { ConflictError } from '../../common/index.js';
import { PublicationJournal } from '../publishing/publication-journal.js';
import { UnknownNotice } from '../publishing/unknown-notice.js';
import { PublishOrders } from './publish-orders.js';
import type { RetryAnswer } from './dto/retry-answer.view.js';
import { NextAttempts } from './next-attempts.js';
import type { Publication } from '../post/publication.entity.js';
import { note } from '../post/transitions.js';
import { PublicationsService } from './publications.service.js';

/** What a person decides, who has looked at the account, about a post of which nobody knows. */
@Injectable()
export class UnknownDecisions {
  constructor(
    private readonly publications: PublicationsService,
    private readonly attempts: NextAttempts,
    private readonly orders: PublishOrders,
    private readonly journal: PublicationJournal,
    private readonly notice: UnknownNotice,
  ) {}

  /**
   * It is not there: it goes once more, as a publication of its own; at once when its files are still here. Asked again,
   * it answers the same one.
   * @throws ConflictError when it is known what became of it, InvalidInputError when TikTok would refuse it
   */
  async publishAgain(publishId: string, userId: string): Promise<RetryAnswer> {
    const unknown = await this.publications.get(publishId);
    const attempt = await this.attempts.after(unknown, 'unknown', userId, async (em) => {
      // Should TikTok tell of it later, that is still heard.
      await note(em, { id: unknown.id, status: 'unknown' }, { settledBy: 'published_again' });
      await this.notice.publishedAgain(em, unknown);
    });
    if (!attempt) throw notUnknown(unknown);
    if (attempt.status !== 'ready') return attempt;
    const { status } = await this.orders.publish(attempt.publishId, {}, userId);
    return { ...attempt, status };
  }

  /**
   * It is there.
   * @param postId if the person has it: then it is public
   * @throws ConflictError when something else is known
   */
  async markPublished(publishId: string, postId: string | undefined): Promise<Publication> {
    const before = await this.publications.get(publishId);
    if (before.settledBy === 'person') return before;
    if (before.status !== 'unknown') throw notUnknown(before);
    const postIds = postId === undefined ? [] : [postId];
    const how = { polled: false, settledBy: 'person' } as const;
    await this.journal.news(before.id, { kind: 'complete', postIds }, how);
    return await this.publications.get(publishId);
  }
}

function notUnknown({ status }: Publication): ConflictError {
  return new ConflictError(
    'not_unknown',
    `This post is ${status}. Only a post whose outcome is unknown can be decided on. Check its status.`,
  );
}
