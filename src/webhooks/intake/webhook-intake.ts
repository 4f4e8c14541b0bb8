import { Injectable, Logger } from '@nestjs/common';
import { UnauthenticatedError } from '../../common/index.js';
import type { KeptHeaders } from './kept-headers.js';
import { RefusalLog } from './refusal-log.js';
import { WebhookStore } from './webhook-store.js';
import { WebhookVerifier, type Signatures } from './webhook-verifier.js';

/** Accepts deliveries: raw bytes → signature → age → store → acknowledge. They are handled later. */
@Injectable()
export class WebhookIntake {
  private readonly logger = new Logger(WebhookIntake.name);
  private readonly refusals = new RefusalLog(this.logger);

  constructor(
    private readonly verifier: WebhookVerifier,
    private readonly store: WebhookStore,
  ) {}

  /**
   * Resolves when the event is stored, now or earlier.
   * @throws UnauthenticatedError when TikTok did not sign these bytes with the secret of the app that they name
   */
  async accept(signatures: Signatures, rawBody: Buffer, headers: KeptHeaders | null): Promise<void> {
    const verdict = this.verifier.examine(signatures, rawBody);
    if ('refused' in verdict) {
      this.refusals.note(verdict.refused, rawBody.length);
      throw new UnauthenticatedError('invalid_signature', 'Invalid TikTok-Signature for this payload.');
    }
    const { delivery } = verdict;
    const id = await this.store.add(delivery, headers);
    // The operator must know, because the event stays unhandled.
    if (id && delivery.status === 'quarantined')
      this.logger.warn({ msg: 'quarantined a webhook that was not understood', eventId: id });
  }
}
