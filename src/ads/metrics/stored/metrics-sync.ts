import { Injectable } from '@nestjs/common';
import { TooManyRequestsError } from '../../../common/index.js';
import { AdAccountAccess, type AdAccountRef } from '../../../integrations/index.js';
import { toHttpError } from '../../../tiktok/index.js';
import type { MetricsSyncDto } from '../dto/metrics-sync.dto.js';
import type { MetricsSyncAnswer } from '../dto/metrics-sync.view.js';
import { encodeReading, RangeReader, type KeptPage, type RangeReading } from './range-reader.js';

/** A run answers after this time, and the next request goes on. */
const RUN_MS = 15_000;

/** Reads daily figures from TikTok and stores them, for a user. */
@Injectable()
export class MetricsSync {
  constructor(
    private readonly accounts: AdAccountAccess,
    private readonly ranges: RangeReader,
  ) {}

  /** Runs inside the organisation. What it has stored stays, also if it fails later. */
  async run({ accountId, level, from, to, cursor }: MetricsSyncDto): Promise<MetricsSyncAnswer> {
    const start = this.ranges.begin({ accountId, level, from, to }, cursor);
    const account = await this.accounts.find(accountId);
    const { rows, deleted, next } = await this.readOn(account, start);
    const answer = { accountId, level, from, to, rows, deleted, startedAt: start.startedAt };
    return next
      ? { ...answer, complete: false, nextCursor: encodeReading(next) }
      : { ...answer, complete: true };
  }

  /** Reads and stores pages until the end, or until the time is over. */
  private async readOn(account: AdAccountRef, start: RangeReading): Promise<KeptPage> {
    const deadline = performance.now() + RUN_MS;
    let rows = 0;
    for (let reading = start; ;) {
      const page = await this.pageUnlessLimited(account, reading, rows > 0);
      if (!page) return { rows, deleted: 0, next: reading };
      rows += page.rows;
      if (!page.next || performance.now() >= deadline) return { ...page, rows };
      reading = page.next;
    }
  }

  /** @returns undefined if TikTok's limits end a run that has stored something */
  private async pageUnlessLimited(
    account: AdAccountRef,
    reading: RangeReading,
    hasStored: boolean,
  ): Promise<KeptPage | undefined> {
    try {
      return await this.ranges.step(account, reading);
    } catch (error) {
      const shown = toHttpError(error);
      if (hasStored && shown instanceof TooManyRequestsError) return undefined;
      throw shown;
    }
  }
}
