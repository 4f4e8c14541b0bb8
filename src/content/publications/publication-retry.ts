import { Injectable } from '@nestjs/common';
import { ConflictError } from '../../common/index.js';
import type { RetryAnswer } from './dto/retry-answer.view.js';
import { NextAttempts } from './next-attempts.js';
import { PublicationsService } from './publications.service.js';

/** A failed post is tried again. */
@Injectable()
export class PublicationRetry {
  constructor(
    private readonly publications: PublicationsService,
    private readonly attempts: NextAttempts,
  ) {}

  /** Asked again, it answers the same attempt. @throws ConflictError for what has not failed */
  async retry(publishId: string, userId: string): Promise<RetryAnswer> {
    const failed = await this.publications.get(publishId);
    const attempt = await this.attempts.after(failed, 'failed', userId);
    if (attempt) return attempt;
    throw new ConflictError(
      'retry_not_failed',
      'Only a failed post can be retried, so that none is posted twice. Check the status of this one.',
    );
  }
}
