import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../common/index.js';
import type { AdAccountRef } from '../../../integrations/index.js';
import { isTransient, TikTokApiError, TikTokTokenRejectedError } from '../../../tiktok/index.js';
import { problemFrom } from '../../accounts/account-abilities.js';
import type { AccountProblemView } from '../../accounts/dto/ads-account.view.js';
import { COPIED_KINDS, CopyRefresh } from '../../objects/copy-refresh.js';
import { addDays, splitDays, toSpans, type Span } from '../../reports/days.js';
import { DAYS_PER_CALL, LEVELS, type Level } from '../../reports/levels.js';
import { MetricReadings } from '../readings/metric-readings.js';
import { RangeReader } from '../stored/range-reader.js';
import { dueDays, OLDEST_DAYS, todayIn, type ReadingPolicy } from './due-days.js';

/** The copies of the objects come first, because they explain what figures lack. */
const PARTS = COPIED_KINDS.length + LEVELS.length;

/** The place of an account that needs nothing more. */
export const ACCOUNT_DONE: AccountPlace = { part: PARTS };

/** How far the sync of an account has come. */
export interface AccountPlace {
  /** A kind of object, and after those a level of figures. */
  part: number;
  /** The range of the level that is being read. */
  range?: Span & { cursor: string };
}

/** Keeps the place in one transaction with what was read. */
export type KeepPlace = (
  place: AccountPlace,
  stored: number,
  write?: (em: EntityManager) => Promise<void>,
) => Promise<void>;

/** Reads the objects of an ad account, and the figures of the days that are due. */
@Injectable()
export class AccountSync {
  constructor(
    private readonly copies: CopyRefresh,
    private readonly ranges: RangeReader,
    private readonly readings: MetricReadings,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs inside the organisation.
   * @param start where a sync that was ended continues
   * @returns why TikTok refuses the account @throws TikTokError that is not about the account
   */
  async run(
    account: AdAccountRef,
    policy: ReadingPolicy,
    start: AccountPlace | undefined,
    keep: KeepPlace,
  ): Promise<AccountProblemView | undefined> {
    try {
      await this.readParts(account, policy, start, keep);
      await keep(ACCOUNT_DONE, 0);
      return undefined;
    } catch (error) {
      if (isAboutAccount(error)) return problemFrom(error);
      throw error;
    }
  }

  private async readParts(
    account: AdAccountRef,
    policy: ReadingPolicy,
    start: AccountPlace | undefined,
    keep: KeepPlace,
  ): Promise<void> {
    for (let part = start?.part ?? 0; part < PARTS; part += 1) {
      const kind = COPIED_KINDS[part];
      const level = LEVELS[part - COPIED_KINDS.length];
      if (kind) await keep({ part: part + 1 }, await this.copies.refreshKind(account, kind));
      else if (level) {
        if (start?.range && part === start.part) await this.read(account, level, part, start.range, keep);
        await this.readDue(account, level, part, policy, keep);
      }
    }
  }

  private async readDue(
    account: AdAccountRef,
    level: Level,
    part: number,
    policy: ReadingPolicy,
    keep: KeepPlace,
  ): Promise<void> {
    const { accountId, timeZone } = account;
    const now = this.clock.now();
    const oldest = addDays(todayIn(timeZone, now), -OLDEST_DAYS);
    const readAt = await this.readings.readTimes(accountId, level, oldest);
    const spans = toSpans(dueDays({ now, timeZone, readAt }, policy));
    for (const span of spans.flatMap((one) => splitDays(one, DAYS_PER_CALL.day)))
      await this.read(account, level, part, span, keep);
  }

  /** @param range begins, or continues at its cursor */
  private async read(
    account: AdAccountRef,
    level: Level,
    part: number,
    { from, to, cursor: start }: Span & { cursor?: string },
    keep: KeepPlace,
  ): Promise<void> {
    const begun = this.ranges.begin({ accountId: account.accountId, level, from, to }, start);
    for (let reading = begun; ;) {
      const { next } = await this.ranges.step(account, reading, ({ rows, cursor }, write) =>
        keep({ part, ...(cursor !== undefined && { range: { from, to, cursor } }) }, rows, write),
      );
      if (!next) return;
      reading = next;
    }
  }
}

/** A token that TikTok rejects opens no account at all. */
function isAboutAccount(error: unknown): boolean {
  const isRefusal = error instanceof TikTokApiError && !isTransient(error);
  return isRefusal && !(error instanceof TikTokTokenRejectedError);
}
