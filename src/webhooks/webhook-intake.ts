import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Clock, newId, UnauthenticatedError } from '../common/index.js';
import { queryRows, SystemContext } from '../database/index.js';
import { Jobs } from '../jobs/index.js';
import { parseSignature, parseWebhook, type WebhookPayload } from '../tiktok/index.js';
import { signatureAge } from './signature-age.js';
import { WebhookApps } from './webhook-apps.js';

// A repeated delivery conflicts with the unique key and changes nothing.
const STORE = `
  INSERT INTO webhook_events (id, dedupe_key, client_key, event, user_openid, content, raw_body, event_time, signed_at,
    received_at, late, status, signed_by, due_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, CASE WHEN $12 = 'received' THEN now() END)
  ON CONFLICT (dedupe_key) DO NOTHING RETURNING id`;

/** A delivery signed by TikTok. */
interface Delivery {
  rawBody: Buffer;
  /** Undefined if it was not understood. */
  payload: WebhookPayload | undefined;
  /** The client key of the app whose secret signed it. */
  signedBy: string;
  signedAt: Date;
  late: boolean;
}

/** Accepts deliveries: raw bytes → signature → age → store → acknowledge. They are handled later. */
@Injectable()
export class WebhookIntake {
  private readonly logger = new Logger(WebhookIntake.name);

  constructor(
    private readonly apps: WebhookApps,
    private readonly system: SystemContext,
    private readonly jobs: Jobs,
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
    const id = await this.store({ rawBody, payload, signedBy, signedAt, late: age === 'late' });
    if (id && isOurs) await this.jobs.wake('webhook', id);
    // The operator must know, because the event stays unhandled.
    else if (id) this.logger.warn({ msg: 'quarantined a webhook that was not understood', eventId: id });
  }

  /** @returns the id of a new event; undefined for a repeated one */
  private async store({ rawBody, payload, signedBy, signedAt, late }: Delivery): Promise<string | undefined> {
    const values = [
      newId(),
      dedupeKey(payload, rawBody),
      payload?.clientKey ?? '',
      payload?.event,
      payload?.userOpenId,
      payload?.content,
      rawBody,
      payload?.createTime === undefined ? null : new Date(payload.createTime * 1000),
      signedAt,
      this.clock.now(),
      late,
      payload && this.apps.isOurs(payload.clientKey) ? 'received' : 'quarantined',
      signedBy,
    ];
    const [row] = await this.system.transaction('store a webhook', (em) =>
      queryRows<{ id: string }>(em, STORE, values),
    );
    return row?.id;
  }
}

/** Hashes the fields that identify an event. A body that was not understood is hashed as a whole. */
function dedupeKey(payload: WebhookPayload | undefined, rawBody: Buffer): Buffer {
  if (!payload) return createHash('sha256').update(rawBody).digest();
  const { clientKey, event, createTime, userOpenId, content } = payload;
  const identity = JSON.stringify([clientKey, event, createTime ?? null, userOpenId ?? null, content]);
  return createHash('sha256').update(identity).digest();
}

function forged(): UnauthenticatedError {
  return new UnauthenticatedError('invalid_signature', 'Invalid TikTok-Signature for this payload.');
}
