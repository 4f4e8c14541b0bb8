import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import { Notifier } from '../../notifications/index.js';
import { STORAGE_FULL, STORED_AGAIN, storageFullNotice } from './storage-full-notice.js';

// At the limit, each file that expires makes room for the next one. Only this much room is an all-clear.
const FREE_FOR_ALL_CLEAR = 0.1;

// Triggers of message_media keep the sum exact. An organisation without a stored file may have no row.
const USED = 'SELECT bytes FROM message_media_usage WHERE organisation_id = $1';
const MARK_FULL = `
  UPDATE message_media_usage SET full_since = $2 WHERE organisation_id = $1 AND full_since IS NULL RETURNING bytes`;
const MARK_FREE = `
  UPDATE message_media_usage SET full_since = NULL WHERE full_since IS NOT NULL AND bytes <= $1
  RETURNING organisation_id AS "organisationId"`;
// TikTok keeps media for about this long. A row that is being erased is skipped: its erasure may wait for the sum.
const KEPT_DAYS = 30;
const ORDER_AGAIN = `
  UPDATE message_media SET status = 'pending', attempts = 0, due_at = $2 WHERE id IN (
    SELECT id FROM message_media
    WHERE organisation_id = $1 AND status = 'storage_full' AND created_at > $2::timestamptz - interval '${KEPT_DAYS} days'
    FOR UPDATE SKIP LOCKED)`;

/** Limits the bytes that an organisation's pictures and videos of direct messages use. */
@Injectable()
export class MediaQuota {
  private readonly maxBytes: number;
  private readonly quotaBytes: number;

  constructor(
    { messages }: AppConfig,
    private readonly orgContext: OrgContext,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {
    this.maxBytes = messages.media.maxBytes;
    this.quotaBytes = messages.media.quotaBytes;
  }

  /** True if any accepted file fits. The size of a file is unknown before its download, so a smaller one is not tried. */
  async hasRoom(): Promise<boolean> {
    const used = await this.orgContext.transaction((em) => this.usedBytes(em));
    return used + this.maxBytes <= this.quotaBytes;
  }

  /** @param em of the transaction that has stored a file: until it ends, no other one counts */
  async isExceeded(em: EntityManager): Promise<boolean> {
    return (await this.usedBytes(em)) > this.quotaBytes;
  }

  /** Notifies the organisation, once until there is room again. @param em of the transaction that stores no file */
  async reportFull(em: EntityManager): Promise<void> {
    const { organisationId } = this.orgContext;
    const since = this.clock.now();
    const [marked] = await queryRows<{ bytes: string }>(em, MARK_FULL, [organisationId, since]);
    if (!marked) return;
    const { quotaBytes } = this;
    const usedBytes = Number(marked.bytes);
    const notice = storageFullNotice({ organisationId, usedBytes, quotaBytes, since });
    await this.notifier.notify(em, organisationId, notice);
  }

  /** Sends the all-clear to organisations that have room again, and orders what found none. @param em of a SystemContext transaction */
  async reportFree(em: EntityManager): Promise<void> {
    const mostBytes = Math.min(this.quotaBytes * (1 - FREE_FOR_ALL_CLEAR), this.quotaBytes - this.maxBytes);
    const rows = await queryRows<{ organisationId: string }>(em, MARK_FREE, [Math.floor(mostBytes)]);
    for (const { organisationId } of rows) {
      await em.query(ORDER_AGAIN, [organisationId, this.clock.now()]);
      await this.notifier.resolve(em, organisationId, [STORAGE_FULL], STORED_AGAIN);
    }
  }

  private async usedBytes(em: EntityManager): Promise<number> {
    const [row] = await queryRows<{ bytes: string }>(em, USED, [this.orgContext.organisationId]);
    return Number(row?.bytes ?? 0);
  }
}
