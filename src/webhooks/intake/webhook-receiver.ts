import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { keptHeaders, one } from './kept-headers.js';
import { WebhookIntake } from './webhook-intake.js';

/** Reads a delivery of any family from its request. */
@Injectable()
export class WebhookReceiver {
  constructor(private readonly intake: WebhookIntake) {}

  /** Resolves when the delivery may be acknowledged. */
  async receive({ headers, body }: FastifyRequest): Promise<void> {
    const signatures = { open: one(headers['x-open-signature']), tiktok: one(headers['tiktok-signature']) };
    const rawBody = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    await this.intake.accept(signatures, rawBody, keptHeaders(headers));
  }
}
