import { Injectable } from '@nestjs/common';
import { Clock, UnavailableError } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import type { AdAccountRef } from '../../integrations/index.js';
import { toHttpError, type AdFamily } from '../../tiktok/index.js';
import type { Unchecked } from '../facts/fact-reader.js';
import { ObjectFacts } from '../facts/object-facts.js';
import type { AdObject } from '../objects/ad-object.entity.js';
import { AdObjectReader } from '../objects/ad-object-reader.js';
import { PolicyGuard } from '../policy/policy-guard.js';
import { complaintsError } from '../rules/complaint-error.js';
import type { Complaint } from '../rules/complaint.js';
import { largestDailySpend } from '../rules/daily-spend.js';
import { completedAdGroup, portfolioCallsToAction } from '../rules/launch-defaults.js';
import type { AccountFacts, RuleContext } from '../rules/rule-context.js';
import { validateAd, validateAdGroup, validateCampaign } from '../rules/validate.js';
import type { AdDto } from '../spec/ad.dto.js';
import type { AdGroupDto } from '../spec/ad-group.dto.js';
import type { CampaignDto } from '../spec/campaign.dto.js';
import type { ScheduleDto } from '../spec/schedule.dto.js';
import { adGroupSpec, campaignSpec, comparable } from './parent-specs.js';

/** An object at TikTok, in its account. */
export interface Parent {
  account: AdAccountRef;
  object: AdObject;
}

/** An ad without complaints. */
export interface CheckedAd {
  /** With the post in the place of a publication that is advertised as such. */
  ad: AdDto;
  /** The call to action that TikTok wants as a portfolio. */
  portfolio?: string;
  unchecked: Unchecked[];
}

/**
 * Checks single objects by the rules of launches, and against the ad account, before a call. What exists at TikTok gives the context. Nothing spends while it
 * is paused, but a budget that could never be enabled is refused.
 */
@Injectable()
export class CreateChecks {
  constructor(
    private readonly config: AppConfig,
    private readonly clock: Clock,
    private readonly reader: AdObjectReader,
    private readonly guard: PolicyGuard,
    private readonly facts: ObjectFacts,
  ) {}

  /** @throws InvalidInputError with every complaint */
  async campaign(campaign: CampaignDto, account: AdAccountRef, family: AdFamily): Promise<void> {
    const context = this.contextOf(account, family);
    refuse('this campaign', validateCampaign(campaign, context));
    await this.checkSpend(campaign, [], context);
  }

  /**
   * @returns the ad group with what its body leaves out
   * @throws InvalidInputError with every complaint
   */
  async adGroup(
    group: AdGroupDto & { schedule: ScheduleDto },
    { account, object }: Parent,
  ): Promise<{ group: AdGroupDto; unchecked: Unchecked[] }> {
    const campaign = campaignSpec(object, account.currency, group.schedule);
    const [{ facts, unchecked }, siblings] = await Promise.all([
      this.facts.ofAdGroup(account, campaign, group),
      this.siblingsOf(group, { account, object }),
    ]);
    const context = this.contextOf(account, object.family, facts);
    refuse('this ad group', validateAdGroup(campaign, group, context, siblings));
    if (group.budget) await this.checkSpend(campaign, [group], context);
    const body = { ...campaign, accountId: account.accountId, adGroups: [{ ...group, ads: [] }] };
    return { group: completedAdGroup(body, 0, context) ?? group, unchecked };
  }

  /** @throws InvalidInputError with every complaint; UnavailableError if TikTok leaves open what the ad shows */
  async ad(given: AdDto, { account, object }: Parent, campaign: AdObject): Promise<CheckedAd> {
    const { accountId, currency } = account;
    const above = campaignSpec(campaign, currency, { start: this.clock.now().toISOString() });
    const group = adGroupSpec(object.data, currency);
    const { ad, facts, unchecked } = await this.facts.ofAd(account, above, given);
    const context = this.contextOf(account, object.family, facts);
    refuse('this ad', validateAd(above, group, ad, context));
    if (facts.openPublications?.size) throw publicationOpen(unchecked);
    const body = { ...above, accountId, adGroups: [{ ...group, ads: [ad] }] };
    const [portfolio] = portfolioCallsToAction(body, context);
    return { ad, unchecked, ...(portfolio !== undefined && { portfolio }) };
  }

  /** Some fields must agree in all ad groups, so one of them is enough. */
  private async siblingsOf(group: AdGroupDto, { account, object }: Parent): Promise<AdGroupDto[]> {
    const { family, id } = object;
    const kind = { family, level: 'ad_group' as const };
    try {
      const [first] = await this.reader.read(account, kind, { campaign_ids: [id] });
      return first ? [comparable(adGroupSpec(first, account.currency), group)] : [];
    } catch (error) {
      throw toHttpError(error);
    }
  }

  private async checkSpend(
    campaign: CampaignDto,
    adGroups: readonly AdGroupDto[],
    context: RuleContext,
  ): Promise<void> {
    const { amount, currency } = largestDailySpend({ ...campaign, adGroups }, context);
    if (amount !== null && currency !== null) await this.guard.assertMayEverSpend({ amount, currency });
  }

  private contextOf({ currency }: AdAccountRef, driver: AdFamily, facts?: AccountFacts): RuleContext {
    const settings = this.config.ads.rules;
    return { driver, currency, now: this.clock.now(), settings, ...(facts && { account: facts }) };
  }
}

/** A launch decides it later, but one ad is created now. */
function publicationOpen(unchecked: readonly Unchecked[]): UnavailableError {
  const reason = unchecked.find(({ field }) => field === 'creative.publicationId')?.reason ?? '';
  return new UnavailableError(
    'publication_undecided',
    `creative.publicationId: it is not known yet whether the ad shows the post or its files. Nothing was created. ${reason}`,
  );
}

function refuse(what: string, complaints: readonly Complaint[]): void {
  if (complaints.length > 0) throw complaintsError(what, complaints);
}
