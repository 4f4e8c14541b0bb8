import { Injectable } from '@nestjs/common';
import { ConflictError } from '../../common/index.js';
import { PublicationJournal } from '../publishing/publication-journal.js';
import { PublicationNotices } from '../publishing/publication-notices.js';
import { PublishRequests } from './publish-requests.js';
import type { RetryAnswer } from './dto/retry-answer.view.js';
import { Retries } from './retries.js';
import type { Publication } from '../post/publication.entity.js';
import { note } from '../post/transitions.js';
import { PublicationReader } from '../post/publication-reader.js';

/** Resolves a publication with an unknown outcome by a user's decision, after a look at the account. */
@Injectable()
export class ResolveOutcome {
  constructor(
    private readonly publications: PublicationReader,
    private readonly retries: Retries,
    private readonly requests: PublishRequests,
    private readonly journal: PublicationJournal,
    private readonly notices: PublicationNotices,
  ) {}

  /**
   * The post is not there: publishes it again as a new publication, at once if its files are still stored. Called again, it
   * returns the same one.
   * @throws ConflictError if the outcome is known, InvalidInputError if TikTok would refuse the post
   */
  async publishAgain(publishId: string, userId: string): Promise<RetryAnswer> {
    const unknown = await this.publications.get(publishId);
    const retry = await this.retries.after(unknown, 'unknown', userId, async (em) => {
      // A late report from TikTok about it still counts.
      await note(em, { id: unknown.id, status: 'unknown' }, { settledBy: 'published_again' });
      await this.notices.publishedAgain(em, unknown);
    });
    if (!retry) throw notUnknown(unknown);
    if (retry.status !== 'ready') return retry;
    const { status } = await this.requests.publish(retry.publishId, {}, userId);
    return { ...retry, status };
  }

  /**
   * The post is there.
   * @param postId if the user knows it: the post is public then
   * @throws ConflictError if another outcome is known
   */
  async markPublished(publishId: string, postId: string | undefined): Promise<Publication> {
    const before = await this.publications.get(publishId);
    if (before.settledBy === 'person') return before;
    if (before.status !== 'unknown') throw notUnknown(before);
    const postIds = postId === undefined ? [] : [postId];
    const origin = { polled: false, settledBy: 'person' } as const;
    await this.journal.update(before.id, { kind: 'complete', postIds }, origin);
    return await this.publications.get(publishId);
  }
}

function notUnknown({ status }: Publication): ConflictError {
  return new ConflictError(
    'not_unknown',
    `This publication is ${status}. Only publications with an unknown outcome can be resolved. Check the status.`,
  );
}
