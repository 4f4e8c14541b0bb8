import { Injectable } from '@nestjs/common';
import { BusyError, ConflictError, InvalidInputError } from '../../../common/index.js';
import { AdAccountAccess, callerOf, type AdAccountRef } from '../../../integrations/index.js';
import type { AdLevel } from '../../../tiktok/index.js';
import type { Unchecked } from '../../facts/fact-reader.js';
import type { AdObject } from '../../objects/ad-object.entity.js';
import { CallToActionPortfolios } from '../../writes/call-to-action-portfolios.js';
import { PolicyGuard } from '../../policy/policy-guard.js';
import type { SpendEdit } from '../../policy/spend-edit.js';
import { precisionComplaints } from '../../rules/amount-rules.js';
import { complaintsError } from '../../rules/complaint-error.js';
import { wireTimeOf } from '../../spec/times.js';
import { ObjectLock } from '../../writes/object-lock.js';
import { ObjectUpdates, type ObjectUpdate } from '../../writes/object-updates.js';
import { RecentWrites } from '../../writes/recent-writes.js';
import type { PatchAdDto, PatchAdGroupDto, PatchCampaignDto } from '../dto/patch.dto.js';
import type { WrittenObjectView } from '../dto/written-object.view.js';
import { ObjectLists } from '../object-lists.js';
import { versionOf } from '../object-version.js';
import { toAdsError } from '../to-ads-error.js';
import { WrittenObjects } from '../written-objects.js';
import { adUpdate, hasPortfolio } from './ad-update.js';
import { SpendFloor } from './spend-floor.js';
import { adGroupUpdate, campaignUpdate } from './wire-update.js';

type Patch = PatchCampaignDto | PatchAdGroupDto | PatchAdDto;

/** An object as TikTok has it now. */
interface Opened {
  account: AdAccountRef;
  object: AdObject;
}

/** Changes single objects: read, merge, check the policy, send, read back. */
@Injectable()
export class ObjectPatches {
  constructor(
    private readonly accounts: AdAccountAccess,
    private readonly objects: ObjectLists,
    private readonly recent: RecentWrites,
    private readonly guard: PolicyGuard,
    private readonly spendFloor: SpendFloor,
    private readonly updates: ObjectUpdates,
    private readonly lock: ObjectLock,
    private readonly portfolios: CallToActionPortfolios,
    private readonly written: WrittenObjects,
  ) {}

  campaign(id: string, patch: PatchCampaignDto, userId: string): Promise<WrittenObjectView> {
    return this.inTurn(id, patch, async () =>
      this.changeCampaign(await this.open('campaign', id, patch), patch, userId),
    );
  }

  private async changeCampaign(
    { account, object }: Opened,
    patch: PatchCampaignDto,
    userId: string,
  ): Promise<WrittenObjectView> {
    const update = campaignUpdate(object, patch);
    const unchecked = await this.checkBudget(account, object, patch.budget?.amount);
    const edit = { ...budgetEdit(object, patch), ...(patch.autoBudgetIncrease && { rises: true as const }) };
    return await this.guard.within(account, [edit], () =>
      this.send({ account, object }, update, patch, userId, unchecked),
    );
  }

  async adGroup(id: string, patch: PatchAdGroupDto, userId: string): Promise<WrittenObjectView> {
    const change = async () => this.changeAdGroup(await this.open('ad_group', id, patch), patch, userId);
    if (patch.expectedVersion !== undefined) return await this.inTurn(id, patch, change);
    const opened = await this.open('ad_group', id, patch);
    if (!mergesInto(opened.object, patch)) return await this.changeAdGroup(opened, patch, userId);
    return await this.lock.run(opened.account.accountId, [id], change);
  }

  private async changeAdGroup(
    { account, object }: Opened,
    patch: PatchAdGroupDto,
    userId: string,
  ): Promise<WrittenObjectView> {
    const campaign = await this.objects.find(account, 'campaign', object.campaignId ?? '');
    const update = adGroupUpdate(object, patch, campaign.data.budget_optimize_on === true);
    const unchecked = await this.checkBudget(account, object, patch.budget?.amount);
    const [start, end] = [wireTimeOf(patch.schedule?.start), wireTimeOf(patch.schedule?.end)];
    const edit = {
      ...budgetEdit(object, patch),
      ...(start !== undefined && { start }),
      ...(end !== undefined && { end }),
    };
    return await this.guard.within(account, [edit], () =>
      this.send({ account, object }, update, patch, userId, unchecked),
    );
  }

  ad(id: string, patch: PatchAdDto, userId: string): Promise<WrittenObjectView> {
    return this.inTurn(id, patch, async () => this.changeAd(await this.open('ad', id, patch), patch, userId));
  }

  private async changeAd(
    { account, object }: Opened,
    patch: PatchAdDto,
    userId: string,
  ): Promise<WrittenObjectView> {
    const wait = (await this.recent.waits(account.accountId, [object])).get(object.id);
    if (wait !== undefined)
      throw new BusyError(
        'ad_changed_recently',
        `TikTok allows one change of an Upgraded Smart+ ad in 5 s. Try again in ${wait} s.`,
        wait,
      );
    const callToActionId = await this.newPortfolio({ account, object }, patch.callToAction);
    return await this.send({ account, object }, adUpdate(object, patch, callToActionId), patch, userId);
  }

  /** Makes the portfolio of the new call to action for an ad that has one. */
  private async newPortfolio(
    { account, object }: Opened,
    word: string | undefined,
  ): Promise<string | undefined> {
    if (word === undefined || !hasPortfolio(object)) return undefined;
    const { objective } = await this.objects.find(account, 'campaign', object.campaignId ?? '');
    try {
      return await this.portfolios.create(callerOf(account, 'interactive'), objective ?? '', word);
    } catch (error) {
      throw toAdsError(error);
    }
  }

  /** Only one of two changes that expect the same version may find it. */
  private inTurn<T>(id: string, { accountId, expectedVersion }: Patch, work: () => Promise<T>): Promise<T> {
    return expectedVersion === undefined ? work() : this.lock.run(accountId, [id], work);
  }

  private async open(level: AdLevel, id: string, patch: Patch): Promise<Opened> {
    const account = await this.accounts.find(patch.accountId);
    const object = await this.objects.find(account, level, id);
    if (object.operationStatus === 'DELETE')
      throw new ConflictError('ad_object_deleted', 'It is deleted, and deleted is final.');
    if (patch.expectedVersion !== undefined && patch.expectedVersion !== versionOf(object.data))
      throw new ConflictError(
        'ad_object_changed',
        'The object was changed since you read it, and nothing was sent. Read it again, then send your change with its new version.',
      );
    return { account, object };
  }

  private async checkBudget(
    account: AdAccountRef,
    object: AdObject,
    after: string | undefined,
  ): Promise<Unchecked[]> {
    const [complaint] = precisionComplaints(after, 'budget.amount', account.currency);
    if (complaint) throw complaintsError('this budget', [complaint]);
    return after === undefined ? [] : await this.spendFloor.assertAbove(account, object, after);
  }

  private async send(
    { account, object }: Opened,
    update: ObjectUpdate,
    { reason }: Patch,
    userId: string,
    unchecked: Unchecked[] = [],
  ): Promise<WrittenObjectView> {
    if (Object.keys(update.changed).length === 0)
      throw new InvalidInputError('Name at least one field to change.', [], 'nothing_to_change');
    const actor = { kind: 'user' as const, id: userId, ...(reason !== undefined && { reason }) };
    try {
      const change = await this.updates.update(account, object, update, actor);
      return await this.written.view(account, change, unchecked);
    } catch (error) {
      throw toAdsError(error);
    }
  }
}

/** True if the change repeats what must stay: of manual ad groups everything, of the others the targeting. */
function mergesInto({ family }: AdObject, { targeting }: PatchAdGroupDto): boolean {
  return family === 'manual' || targeting !== undefined;
}

function budgetEdit({ level, id }: AdObject, { budget }: PatchCampaignDto | PatchAdGroupDto): SpendEdit {
  return { level, id, ...(budget && { budget: budget.amount }) };
}
