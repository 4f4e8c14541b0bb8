import { Injectable, Logger } from '@nestjs/common';
import { Clock, UnauthenticatedError } from '../../common/index.js';
import { parseSignature, parseWebhook } from '../../tiktok/index.js';
import { signatureAge } from './signature-age.js';
import { WebhookApps } from './webhook-apps.js';
import { WebhookStore } from './webhook-store.js';

/** Accepts deliveries: raw bytes → signature → age → store → acknowledge. They are handled later. */
@Injectable()
export class WebhookIntake {
  private readonly logger = new Logger(WebhookIntake.name);

  constructor(
    private readonly apps: WebhookApps,
    private readonly store: WebhookStore,
    private readonly clock: Clock,
  ) {}

  /**
   * Resolves when the event is stored, now or earlier.
   * @throws UnauthenticatedError when TikTok did not sign these bytes with the secret of the app that they name
   */
  async accept(header: string | undefined, rawBody: Buffer): Promise<void> {
    const signature = parseSignature(header);
    const signers = signature ? this.apps.signersOf(rawBody, signature) : [];
    const [first] = signers;
    if (!signature || first === undefined) throw forged();
    const signedAtSeconds = Number(signature.timestamp);
    const age = signatureAge(signedAtSeconds, this.clock.now());
    if (age === 'refused') throw forged();
    const payload = parseWebhook(rawBody);
    const isOurs = payload !== undefined && this.apps.isOurs(payload.clientKey);
    if (isOurs && !signers.includes(payload.clientKey)) throw forged();
    const signedBy = isOurs ? payload.clientKey : first;
    const signedAt = new Date(signedAtSeconds * 1000);
    const status = isOurs ? 'received' : 'quarantined';
    const id = await this.store.add({ rawBody, payload, signedBy, signedAt, late: age === 'late', status });
    // The operator must know, because the event stays unhandled.
    if (id && !isOurs)
      this.logger.warn({ msg: 'quarantined a webhook that was not understood', eventId: id });
  }
}

function forged(): UnauthenticatedError {
  return new UnauthenticatedError('invalid_signature', 'Invalid TikTok-Signature for this payload.');
}
