import { Injectable } from '@nestjs/common';
import { ReviewWakes } from '../../ads/index.js';
import { Clock, UnauthenticatedError } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { isOpenSignedBy, isSignedBy, parseSignature, reviewEvents } from '../../tiktok/index.js';
import { signatureAge } from '../intake/signature-age.js';

/** The headers of an ads webhook. TikTok's pages name both. */
export interface AdsSignatures {
  open: string | undefined;
  tiktok: string | undefined;
}

/**
 * Accepts webhooks of the ads side. They only wake launches in review, which then ask TikTok, so nothing is stored: a lost or
 * repeated one does no harm.
 */
@Injectable()
export class AdsWebhookIntake {
  constructor(
    private readonly config: AppConfig,
    private readonly wakes: ReviewWakes,
    private readonly clock: Clock,
  ) {}

  /** @throws UnauthenticatedError unless the secret of the TikTok API for Business app has signed these bytes */
  async accept(signatures: AdsSignatures, rawBody: Buffer): Promise<void> {
    if (!this.isSigned(signatures, rawBody))
      throw new UnauthenticatedError('invalid_signature', 'Invalid X-Open-Signature for this payload.');
    for (const { advertiserId, objectIds } of reviewEvents(rawBody))
      await this.wakes.wake(advertiserId, objectIds);
  }

  private isSigned({ open, tiktok }: AdsSignatures, rawBody: Buffer): boolean {
    const { business } = this.config.tiktok;
    if (!business) return false;
    if (isOpenSignedBy(business.secret, open, rawBody)) return true;
    const header = parseSignature(tiktok);
    if (!header || signatureAge(Number(header.timestamp), this.clock.now()) === 'refused') return false;
    return isSignedBy([business.secret], header, rawBody);
  }
}
