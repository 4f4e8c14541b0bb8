import { Injectable, Logger } from '@nestjs/common';
import { messageOf } from '../../common/index.js';
import { callerOf, type AdAccountRef } from '../../integrations/index.js';
import { rejectionTexts, ReviewDetailApi, type AdFamily } from '../../tiktok/index.js';

/** Why TikTok rejected ads. */
@Injectable()
export class ReviewReasons {
  private readonly logger = new Logger(ReviewReasons.name);

  constructor(private readonly api: ReviewDetailApi) {}

  /** The reasons by ad. A verdict stands without them, so a failure to read them is only logged. */
  async of(account: AdAccountRef, family: AdFamily, ids: string[]): Promise<Map<string, string[]>> {
    if (ids.length === 0) return new Map();
    try {
      const reviews = await this.api.ofAds(callerOf(account), family, ids);
      return new Map([...reviews].map(([id, review]) => [id, rejectionTexts(review)]));
    } catch (error) {
      this.logger.warn(`the reasons of a rejection could not be read: ${messageOf(error)}`);
      return new Map();
    }
  }
}
