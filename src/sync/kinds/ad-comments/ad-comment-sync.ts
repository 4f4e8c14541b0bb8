import { Injectable } from '@nestjs/common';
import { AdGroupDeliveries } from '../../../ads/index.js';
import { Clock, ConflictError } from '../../../common/index.js';
import { AppConfig } from '../../../config/index.js';
import { AdAccountAccess, type AdAccountRef } from '../../../integrations/index.js';
import {
  ErrorExplainer,
  isTransient,
  TikTokApiError,
  TikTokTokenRejectedError,
} from '../../../tiktok/index.js';
import { nextTurn } from '../../policy/cadence.js';
import { SyncPolicies } from '../../policy/sync-policies.js';
import { SyncsKind, type KindResult, type KindRun } from '../../runs/syncs-kind.js';
import { Schedules } from '../../schedule/schedules.js';
import { isRefusedItem } from '../refused-item.js';
import { AdCommentPages } from './ad-comment-pages.js';
import { adCommentPlaceText, readAdCommentPlace } from './ad-comment-place.js';
import { AdCommentReadings } from './ad-comment-readings.js';
import { dueAdGroups, isReadBefore, type DueAdGroup } from './due-ad-groups.js';

// The ads of a new connection are copied at the same time.
const WITHOUT_ADS_MS = 2 * 60_000;
// 20,000 comments of an ad group.
const MAX_PAGES = 200;

/** How an account's comments were read. */
type AccountEnd = 'read' | 'without_ad_groups' | TikTokApiError;

/** Fetches the comments on the ads of an integration's ad accounts. Continues where a killed run stopped. */
@Injectable()
export class AdCommentSync {
  constructor(
    private readonly config: AppConfig,
    private readonly accounts: AdAccountAccess,
    private readonly groups: AdGroupDeliveries,
    private readonly pages: AdCommentPages,
    private readonly readings: AdCommentReadings,
    private readonly schedules: Schedules,
    private readonly policies: SyncPolicies,
    private readonly errors: ErrorExplainer,
    private readonly clock: Clock,
  ) {}

  @SyncsKind('ad_comments')
  async run(kindRun: KindRun): Promise<KindResult> {
    const { integration } = kindRun;
    await this.bringHome(kindRun);
    // One integration reads an account that several open.
    const own = (await this.accounts.all()).filter((one) => one.integrationId === integration.id);
    const ends: AccountEnd[] = [];
    for (const account of own) ends.push(await this.readAccount(kindRun, account));
    const refusal = ends.find((end) => end instanceof TikTokApiError);
    if (refusal && ends.every((end) => end instanceof TikTokApiError)) throw this.notAllowed(refusal);
    if (ends.includes('read')) return { complete: true, nextDueAt: await this.nextDueAt(kindRun) };
    return await this.withoutAdGroups(kindRun);
  }

  /** Moves what belongs to accounts that were connected since the last run. */
  private async bringHome({ run, integration, progress, claim }: KindRun): Promise<void> {
    const state = { isMore: true };
    while (state.isMore) {
      await progress.save(run.cursor, async (em) => {
        state.isMore = await this.pages.bringHome(em, integration.id);
      });
      claim.signal.throwIfAborted();
    }
  }

  /** What TikTok refuses for an account is a warning, and the others go on. */
  private async readAccount(kindRun: KindRun, account: AdAccountRef): Promise<AccountEnd> {
    const { accountId } = account;
    const groups = await this.groups.of(accountId);
    if (groups.length === 0) return 'without_ad_groups';
    const readings = await this.readings.of(account.integrationId, accountId);
    try {
      for (const group of dueAdGroups(groups, readings, kindRun.run.startedAt))
        await this.readGroup(kindRun, account, group);
      return 'read';
    } catch (error) {
      if (!isAboutAccount(error)) throw error;
      this.warn(kindRun, accountId, `The comments of the ad account ${account.name ?? accountId}`, error);
      return error;
    }
  }

  private async readGroup(kindRun: KindRun, account: AdAccountRef, group: DueAdGroup): Promise<void> {
    try {
      await this.walk(kindRun, account, group);
    } catch (error) {
      if (!isRefusedItem(error)) throw error;
      this.warn(kindRun, group.id, `The comments of the ad group ${group.name ?? group.id}`, error);
      await kindRun.progress.save(null, (em) =>
        this.readings.note(em, kindRun.run, keyOf(account, group), { at: this.clock.now(), toEnd: true }),
      );
    }
  }

  /** Ends at a page that shows nothing new and whose comments are older than a day. The first reading goes to the end of the list. */
  private async walk(
    { run, integration, progress, claim }: KindRun,
    account: AdAccountRef,
    group: DueAdGroup,
  ): Promise<void> {
    const key = keyOf(account, group);
    const start = readAdCommentPlace(run.cursor);
    const isHere = start?.accountId === key.accountId && start.adGroupId === key.adGroupId;
    for (let page = isHere ? start.page : 1; ; page += 1) {
      const read = await this.pages.read(account, group, page);
      const isEnd = isReadBefore(group, read, page) || page >= read.pages || page >= MAX_PAGES;
      progress.count({ stored: read.found, skipped: read.skipped });
      await progress.save(adCommentPlaceText({ ...key, page: page + 1 }), async (em) => {
        await this.pages.store(em, integration, read);
        if (isEnd) await this.readings.note(em, run, key, { at: this.clock.now(), toEnd: true });
      });
      claim.signal.throwIfAborted();
      if (isEnd) return;
    }
  }

  private warn({ progress }: KindRun, part: string, what: string, error: TikTokApiError): void {
    const { code, message } = this.errors.explain(error);
    progress.warn({ part, code, message: `${what}: ${message}` });
  }

  /** The schedule rests with this reason. */
  private notAllowed(refusal: TikTokApiError): ConflictError {
    const { message } = this.errors.explain(refusal);
    return new ConflictError(
      'capability_missing',
      `TikTok does not show the comments on your ads. ${message} Then start the sync ad_comments.`,
    );
  }

  private async withoutAdGroups({ run }: KindRun): Promise<KindResult> {
    const ads = await this.schedules.find({ integrationId: run.integrationId, kind: 'ads' });
    const soon = new Date(this.clock.now().getTime() + WITHOUT_ADS_MS);
    if (ads && !ads.succeededAt && !ads.problem) return { complete: true, nextDueAt: soon };
    return { complete: false, code: 'no_ad_groups', nextDueAt: this.turnAfter(run.integrationId, undefined) };
  }

  private async nextDueAt({ run }: KindRun): Promise<Date> {
    const hours = (await this.policies.find())?.policy.commentsEveryHours;
    return this.turnAfter(run.integrationId, hours ?? undefined);
  }

  private turnAfter(integrationId: string, hours: number | undefined): Date {
    const minutes = hours ? hours * 60 : this.config.sync.adCommentsEveryMinutes;
    return nextTurn(this.clock.now(), minutes, integrationId);
  }
}

function keyOf({ accountId }: AdAccountRef, { id }: DueAdGroup): { accountId: string; adGroupId: string } {
  return { accountId, adGroupId: id };
}

/** A token that TikTok rejects opens no account at all. */
function isAboutAccount(error: unknown): error is TikTokApiError {
  const isRefusal = error instanceof TikTokApiError && !isTransient(error);
  return isRefusal && !(error instanceof TikTokTokenRejectedError);
}
