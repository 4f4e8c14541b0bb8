import { Injectable } from '@nestjs/common';
import { Clock, ConflictError, InvalidInputError } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { AdAccountAccess, callerOf, type AdAccountRef } from '../../integrations/index.js';
import type { AdLevel, WireBody } from '../../tiktok/index.js';
import { CreativeLibrary } from '../creatives/creative-library.js';
import { driverFor } from '../drivers/driver-table.js';
import type { LibraryCreative } from '../drivers/specs.js';
import { WIRE_BODIES } from '../drivers/wire-bodies.js';
import type { Unchecked } from '../facts/fact-reader.js';
import type { AdObject } from '../objects/ad-object.entity.js';
import { withoutNulls } from '../rules/without-nulls.js';
import { isBudgetOptimized } from '../spec/budget-optimization.js';
import type { CreativeDto } from '../spec/creative.dto.js';
import { ObjectCreation, type NewObject } from '../writes/object-creation.js';
import { CallToActionPortfolios } from '../writes/call-to-action-portfolios.js';
import { CreateChecks, type CheckedAd } from './create-checks.js';
import type { NewAdDto, NewAdGroupDto, NewCampaignDto } from './dto/new-object.dto.js';
import type { WrittenObjectView } from './dto/written-object.view.js';
import { ObjectLists } from './object-lists.js';
import { toAdsError } from './to-ads-error.js';
import { WrittenObjects } from './written-objects.js';

const PARENT_WORDS = { campaign: 'campaign', ad_group: 'ad group' } as const;

/** Creates single objects, all of them paused. */
@Injectable()
export class ObjectCreates {
  constructor(
    private readonly config: AppConfig,
    private readonly clock: Clock,
    private readonly accounts: AdAccountAccess,
    private readonly objects: ObjectLists,
    private readonly library: CreativeLibrary,
    private readonly portfolios: CallToActionPortfolios,
    private readonly checks: CreateChecks,
    private readonly creation: ObjectCreation,
    private readonly written: WrittenObjects,
  ) {}

  /** @throws ConflictError if TikTok no longer creates campaigns of the objective */
  async campaign(given: NewCampaignDto, userId: string): Promise<WrittenObjectView> {
    const body = withoutNulls(given);
    const account = await this.accounts.find(body.accountId);
    const choice = driverFor(this.config.ads.rules.drivers, body.objective, this.clock.now());
    if (choice.driver === null) throw new ConflictError(choice.reason, choice.message);
    await this.checks.campaign(body, account, choice.driver);
    const wire = WIRE_BODIES[choice.driver].campaign(body, isBudgetOptimized(body));
    const wanted = {
      kind: { family: choice.driver, level: 'campaign' as const },
      name: body.name,
      body: wire,
    };
    return await this.create(account, wanted, userId, body.reason);
  }

  async adGroup(given: NewAdGroupDto, userId: string): Promise<WrittenObjectView> {
    const body = withoutNulls(given);
    const account = await this.accounts.find(body.accountId);
    const campaign = await this.parent(account, 'campaign', body.campaignId);
    const { schedule } = body;
    if (schedule === undefined)
      throw new InvalidInputError(
        'schedule: TikTok keeps no schedule on a campaign, so each ad group needs one',
        [{ field: 'schedule', message: 'is needed: TikTok keeps no schedule on a campaign' }],
      );
    const { family, objective } = campaign;
    const above = { account, object: campaign };
    const { group, unchecked } = await this.checks.adGroup({ ...body, schedule }, above);
    const wire = WIRE_BODIES[family].adGroup(group, {
      campaignId: campaign.id,
      objective: objective ?? '',
      budgetOptimized: campaign.data.budget_optimize_on === true,
    });
    const wanted = { kind: { family, level: 'ad_group' as const }, name: body.name, body: wire };
    return await this.create(account, wanted, userId, body.reason, unchecked);
  }

  async ad(given: NewAdDto, userId: string): Promise<WrittenObjectView> {
    const body = withoutNulls(given);
    const account = await this.accounts.find(body.accountId);
    const group = await this.parent(account, 'ad_group', body.adGroupId);
    const campaign = await this.parent(account, 'campaign', group.campaignId ?? '');
    const { id: adGroupId, family } = group;
    const checked = await this.checks.ad(body, { account, object: group }, campaign);
    const { ad, unchecked } = checked;
    const creative = await this.inLibrary(ad.creative, body.accountId);
    const button = await this.callToAction(account, campaign, checked);
    const wire = WIRE_BODIES[family].ad({ ...ad, creative, ...button }, adGroupId);
    const wanted = { kind: { family, level: 'ad' as const }, name: body.name, body: wire };
    return await this.create(account, wanted, userId, body.reason, unchecked);
  }

  private async callToAction(
    account: AdAccountRef,
    { objective }: AdObject,
    { portfolio }: CheckedAd,
  ): Promise<{ callToActionId?: string }> {
    if (portfolio === undefined) return {};
    try {
      return {
        callToActionId: await this.portfolios.create(
          callerOf(account, 'interactive'),
          objective ?? '',
          portfolio,
        ),
      };
    } catch (error) {
      throw toAdsError(error);
    }
  }

  private async create(
    account: AdAccountRef,
    { kind, name, body }: Omit<NewObject, 'body'> & { body: WireBody },
    userId: string,
    reason: string | undefined,
    unchecked: Unchecked[] = [],
  ): Promise<WrittenObjectView> {
    const actor = { kind: 'user' as const, id: userId, ...(reason !== undefined && { reason }) };
    try {
      const change = await this.creation.create(account, { kind, name, body }, actor);
      return await this.written.view(account, change, unchecked);
    } catch (error) {
      throw toAdsError(error);
    }
  }

  /** @throws NotFoundError; ConflictError if it is deleted */
  private async parent(account: AdAccountRef, level: Exclude<AdLevel, 'ad'>, id: string): Promise<AdObject> {
    const parent = await this.objects.find(account, level, id);
    if (parent.operationStatus !== 'DELETE') return parent;
    throw new ConflictError(
      'ad_object_deleted',
      `This ${PARENT_WORDS[level]} is deleted, and deleted is final.`,
    );
  }

  /** Without waiting: a publication must be a post of the identity, or be uploaded already. */
  private async inLibrary(creative: CreativeDto, accountId: string): Promise<LibraryCreative> {
    const { uploadId, publicationId, ...library } = creative;
    if (uploadId !== undefined) {
      const found = await this.library.require(uploadId, accountId);
      return { ...library, ...('imageId' in found ? { imageIds: [found.imageId] } : found) };
    }
    if (publicationId === undefined) return library;
    const found = await this.library.ofPublication({ publicationId, accountId });
    if (!found) throw notUploaded();
    return { ...library, ...found };
  }
}

function notUploaded(): InvalidInputError {
  return new InvalidInputError('creative.publicationId: upload it first', [
    {
      field: 'creative.publicationId',
      message:
        'must become an upload first, because it is no public post of this identity: send it to POST ' +
        '/api/ads/creatives/videos or /images, then use its uploadId',
    },
  ]);
}
