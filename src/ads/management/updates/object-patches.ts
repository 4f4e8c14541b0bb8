import { Injectable } from '@nestjs/common';
import { BusyError, ConflictError, InvalidInputError } from '../../../common/index.js';
import { AdAccountAccess, type AdAccountRef } from '../../../integrations/index.js';
import type { AdLevel } from '../../../tiktok/index.js';
import type { AdObject } from '../../objects/ad-object.entity.js';
import { PolicyGuard } from '../../policy/policy-guard.js';
import type { SpendEdit } from '../../policy/spend-edit.js';
import { precisionComplaints } from '../../rules/amount-rules.js';
import { complaintsError } from '../../rules/complaint-error.js';
import { wireTimeOf } from '../../spec/times.js';
import { ObjectUpdates, type ObjectUpdate } from '../../writes/object-updates.js';
import { RecentWrites } from '../../writes/recent-writes.js';
import type { PatchAdDto, PatchAdGroupDto, PatchCampaignDto } from '../dto/patch.dto.js';
import type { WrittenObjectView } from '../dto/written-object.view.js';
import { ObjectLists } from '../object-lists.js';
import { toAdsError } from '../to-ads-error.js';
import { WrittenObjects } from '../written-objects.js';
import { adUpdate } from './ad-update.js';
import { SpendFloor } from './spend-floor.js';
import { adGroupUpdate, campaignUpdate } from './wire-update.js';

type Patch = PatchCampaignDto | PatchAdGroupDto | PatchAdDto;

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
    private readonly written: WrittenObjects,
  ) {}

  async campaign(id: string, patch: PatchCampaignDto, userId: string): Promise<WrittenObjectView> {
    const { account, object } = await this.open('campaign', id, patch);
    const update = campaignUpdate(object, patch);
    await this.checkBudget(account, object, patch.budget?.amount);
    const edit = { ...budgetEdit(object, patch), ...(patch.autoBudgetIncrease && { rises: true as const }) };
    return await this.guard.within(account, [edit], () => this.send(account, object, update, patch, userId));
  }

  async adGroup(id: string, patch: PatchAdGroupDto, userId: string): Promise<WrittenObjectView> {
    const { account, object } = await this.open('ad_group', id, patch);
    const campaign = await this.objects.find(account, 'campaign', object.campaignId ?? '');
    const update = adGroupUpdate(object, patch, campaign.data.budget_optimize_on === true);
    await this.checkBudget(account, object, patch.budget?.amount);
    const [start, end] = [wireTimeOf(patch.schedule?.start), wireTimeOf(patch.schedule?.end)];
    const edit = {
      ...budgetEdit(object, patch),
      ...(start !== undefined && { start }),
      ...(end !== undefined && { end }),
    };
    return await this.guard.within(account, [edit], () => this.send(account, object, update, patch, userId));
  }

  async ad(id: string, patch: PatchAdDto, userId: string): Promise<WrittenObjectView> {
    const { account, object } = await this.open('ad', id, patch);
    const wait = (await this.recent.waits(account.accountId, [object])).get(id);
    if (wait !== undefined)
      throw new BusyError(
        'ad_changed_recently',
        `TikTok allows one change of an Upgraded Smart+ ad in 5 s. Try again in ${wait} s.`,
        wait,
      );
    return await this.send(account, object, adUpdate(object, patch), patch, userId);
  }

  private async open(level: AdLevel, id: string, patch: Patch) {
    const account = await this.accounts.find(patch.accountId);
    const object = await this.objects.find(account, level, id);
    if (object.operationStatus === 'DELETE')
      throw new ConflictError('ad_object_deleted', 'It is deleted, and deleted is final.');
    return { account, object };
  }

  private async checkBudget(
    account: AdAccountRef,
    object: AdObject,
    after: string | undefined,
  ): Promise<void> {
    const [complaint] = precisionComplaints(after, 'budget.amount', account.currency);
    if (complaint) throw complaintsError('this budget', [complaint]);
    if (after !== undefined) await this.spendFloor.assertAbove(account, object, after);
  }

  private async send(
    account: AdAccountRef,
    object: AdObject,
    update: ObjectUpdate,
    { reason }: Patch,
    userId: string,
  ): Promise<WrittenObjectView> {
    if (Object.keys(update.changed).length === 0)
      throw new InvalidInputError('Name at least one field to change.', [], 'nothing_to_change');
    const actor = { kind: 'user' as const, id: userId, ...(reason !== undefined && { reason }) };
    try {
      const change = await this.updates.update(account, object, update, actor);
      return await this.written.view(account, change);
    } catch (error) {
      throw toAdsError(error);
    }
  }
}

function budgetEdit({ level, id }: AdObject, { budget }: PatchCampaignDto | PatchAdGroupDto): SpendEdit {
  return { level, id, ...(budget && { budget: budget.amount }) };
}
