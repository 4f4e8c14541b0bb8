import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { WebhookIntake } from './webhook-intake.js';

/** Reads a delivery of any family from its request. */
@Injectable()
export class WebhookReceiver {
  constructor(private readonly intake: WebhookIntake) {}

  /** Resolves when the delivery may be acknowledged. */
  async receive({ headers, body }: FastifyRequest): Promise<void> {
    const signatures = { open: one(headers['x-open-signature']), tiktok: one(headers['tiktok-signature']) };
    await this.intake.accept(signatures, Buffer.isBuffer(body) ? body : Buffer.alloc(0));
  }
}

/** Node joins repeated headers with a comma. */
function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(',') : header;
}
