import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, newId, UnauthenticatedError } from '../common/index.js';
import { AppConfig } from '../config/index.js';
import { queryRows, SystemContext } from '../database/index.js';
import { Jobs } from '../jobs/index.js';
import { isSignedBy, parseSignature, parseWebhook, type WebhookPayload } from '../tiktok/index.js';
import { signatureAge } from './signature-age.js';
import { WEBHOOK_WORK } from './webhook-dispatcher.js';

// A repeated delivery meets the unique key and changes nothing.
const STORE = `
  INSERT INTO webhook_events (id, dedupe_key, client_key, event, user_openid, content, raw_body, event_time, signed_at,
    received_at, late, status, due_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, CASE WHEN $12 = 'received' THEN now() END)
  ON CONFLICT (dedupe_key) DO NOTHING RETURNING id`;

/** Raw bytes → signature → age → store → acknowledge. The work comes later. */
@Injectable()
export class WebhookIntake {
  constructor(
    private readonly config: AppConfig,
    private readonly system: SystemContext,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns when the event is safely stored, now or before
   * @throws UnauthenticatedError when TikTok has not signed these bytes
   */
  async accept(header: string | undefined, rawBody: Buffer): Promise<void> {
    const signature = parseSignature(header);
    if (!signature || !isSignedBy(this.secrets, signature, rawBody)) throw forged();
    const signedAtSeconds = Number(signature.timestamp);
    const age = signatureAge(signedAtSeconds, this.clock.now());
    if (age === 'refused') throw forged();
    const id = await this.store(rawBody, new Date(signedAtSeconds * 1000), age === 'late');
    if (id) await this.jobs.wake(WEBHOOK_WORK, id);
  }

  private get secrets(): string[] {
    const { login, business } = this.config.tiktok;
    return [login.secret, ...(business ? [business.secret] : [])];
  }

  /** @returns the id of a new event, undefined for one that is stored already */
  private async store(rawBody: Buffer, signedAt: Date, late: boolean): Promise<string | undefined> {
    const payload = parseWebhook(rawBody);
    const ours = payload !== undefined && this.isOurs(payload.clientKey);
    const values = [
      newId(),
      dedupeKey(payload, rawBody),
      payload?.clientKey ?? '',
      payload?.event,
      payload?.userOpenId,
      payload?.content,
      rawBody,
      payload && new Date(payload.createTime * 1000),
      signedAt,
      this.clock.now(),
      late,
      ours ? 'received' : 'quarantined',
    ];
    const [row] = await this.system.transaction('store a webhook', (em) =>
      queryRows<{ id: string }>(em, STORE, values),
    );
    return ours ? row?.id : undefined;
  }

  private isOurs(clientKey: string): boolean {
    const { login, business } = this.config.tiktok;
    return clientKey === login.id || clientKey === business?.id;
  }
}

/** What makes two deliveries the same event; a body that is none counts as itself. */
function dedupeKey(payload: WebhookPayload | undefined, rawBody: Buffer): Buffer {
  if (!payload) return createHash('sha256').update(rawBody).digest();
  const { clientKey, event, createTime, userOpenId, content } = payload;
  const identity = JSON.stringify([clientKey, event, createTime, userOpenId ?? null, content]);
  return createHash('sha256').update(identity).digest();
}

function forged(): UnauthenticatedError {
  return new UnauthenticatedError('invalid_signature', 'The header TikTok-Signature does not fit this body.');
}
