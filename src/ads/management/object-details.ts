import { Injectable, Logger } from '@nestjs/common';
import { messageOf } from '../../common/index.js';
import { AdAccountAccess, callerOf, type AdAccountRef } from '../../integrations/index.js';
import { ReviewDetailApi, type AdLevel, type ReviewDetail } from '../../tiktok/index.js';
import type { AdObject } from '../objects/ad-object.entity.js';
import { toDetailView } from './dto/ad-object.view.js';
import { toReviewView, type ReviewedObjectView } from './dto/review.view.js';
import { ObjectLists } from './object-lists.js';

/** Shows one object with everything that TikTok says of it. */
@Injectable()
export class ObjectDetails {
  private readonly logger = new Logger(ObjectDetails.name);

  constructor(
    private readonly accounts: AdAccountAccess,
    private readonly objects: ObjectLists,
    private readonly reviews: ReviewDetailApi,
  ) {}

  /** @throws NotFoundError; DomainError while TikTok is unavailable */
  async get(level: AdLevel, accountId: string, id: string): Promise<ReviewedObjectView> {
    const account = await this.accounts.find(accountId);
    const object = await this.objects.find(account, level, id);
    const review = await this.review(account, object);
    return { ...toDetailView(object, account.currency), review: review ? toReviewView(review) : null };
  }

  /** The object is shown also if its review cannot be read. */
  private async review(
    account: AdAccountRef,
    { level, family, id }: AdObject,
  ): Promise<ReviewDetail | undefined> {
    const caller = callerOf(account, 'interactive');
    try {
      if (level === 'ad') return await this.reviews.ofAd(caller, family, id);
      const isReviewed = level === 'ad_group' && family === 'manual';
      return isReviewed ? await this.reviews.ofAdGroup(caller, id) : undefined;
    } catch (error) {
      this.logger.warn(`the review of ${level} ${id} could not be read: ${messageOf(error)}`);
      return undefined;
    }
  }
}
