import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AdsWebhookIntake } from './ads/ads-webhook-intake.js';
import { WebhookIntake } from './intake/webhook-intake.js';

/** Reads a delivery from its request, and passes it to the intake of its family. */
@Injectable()
export class WebhookReceiver {
  constructor(
    private readonly intake: WebhookIntake,
    private readonly ads: AdsWebhookIntake,
  ) {}

  /** Resolves when the delivery may be acknowledged. */
  async receive({ headers, body }: FastifyRequest): Promise<void> {
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    const [open, tiktok] = [single(headers['x-open-signature']), single(headers['tiktok-signature'])];
    if (open !== undefined) await this.ads.accept({ open, tiktok }, bytes);
    else await this.intake.accept(tiktok, bytes);
  }
}

/** Node joins repeated headers with a comma. */
function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(',') : header;
}
