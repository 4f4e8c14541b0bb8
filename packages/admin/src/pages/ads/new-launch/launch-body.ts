import type { AdDto, BudgetDto, IdentityDto, LaunchAdGroupDto, LaunchBodyDto } from 'tiktok-connector-client';
import { plainAmount } from '../amounts.js';
import type { AdDraft, AdGroupDraft, BudgetDraft, Draft } from './draft.js';
import { needsPixel, objectiveOf } from './goals.js';
import { withOffset } from '../zoned-time.js';

/** Writes an identity as one text, for fields that choose one. */
export function identityKey({ type, id, businessCenterId }: IdentityDto): string {
  return [type, id, businessCenterId ?? ''].join('|');
}

/** Reads what `identityKey` wrote. Nothing chosen is an identity without an id, which the service refuses with its field. */
export function identityOf(key: string | null): IdentityDto {
  const [type = 'TT_USER', id = '', businessCenterId = ''] = (key ?? '').split('|');
  return { type: type as IdentityDto['type'], id, ...(businessCenterId !== '' && { businessCenterId }) };
}

/** The body of the launch. What the user has not filled in is left out, so that the service names it. */
export function launchBody(draft: Draft, timeZone: string, now = new Date().toISOString()): LaunchBodyDto {
  return {
    accountId: draft.accountId ?? '',
    name: draft.name.trim(),
    objective: draft.objective ?? '',
    idempotencyKey: draft.idempotencyKey,
    ...(draft.budgetLevel === 'campaign' && { budget: budgetOf(draft.budget) }),
    ...(draft.specialIndustries.length > 0 && { specialIndustries: draft.specialIndustries }),
    ...(draft.reason.trim() !== '' && { reason: draft.reason.trim() }),
    schedule: {
      start: draft.starts === 'now' ? (draft.startedAt ?? now) : (withOffset(draft.start, timeZone) ?? ''),
      end: draft.end === '' ? null : (withOffset(draft.end, timeZone) ?? draft.end),
    },
    enableCampaign: draft.afterReview === 'enable',
    adGroups: draft.adGroups.map((group) => adGroupOf(group, draft)),
  };
}

function budgetOf({ mode, amount }: BudgetDraft): BudgetDto {
  return { mode: mode ?? 'none', ...(amount.trim() !== '' && { amount: plainAmount(amount) }) };
}

function adGroupOf(group: AdGroupDraft, draft: Draft): LaunchAdGroupDto {
  const { objective } = draft;
  const { frequency, promotionTargetType } = objectiveOf(objective);
  const isMeasured = needsPixel(objective, group.optimizationGoal);
  return {
    name: group.name.trim(),
    optimizationGoal: group.optimizationGoal ?? '',
    ...(promotionTargetType !== undefined && { promotionTargetType }),
    ...(isMeasured && {
      ...(group.pixelId !== null && { pixelId: group.pixelId }),
      ...(group.optimizationEvent !== null && { optimizationEvent: group.optimizationEvent }),
    }),
    bid: {
      type: group.bidType ?? 'BID_TYPE_NO_BID',
      ...(group.bidType === 'BID_TYPE_CUSTOM' &&
        group.bidAmount.trim() !== '' && { amount: plainAmount(group.bidAmount) }),
    },
    ...(draft.budgetLevel === 'ad_group' && { budget: budgetOf(group.budget) }),
    ...(group.placements === 'tiktok' && { placements: ['PLACEMENT_TIKTOK'] }),
    ...(frequency && {
      frequency: { impressions: Number(group.impressions), days: Number(group.days) },
    }),
    targeting: {
      locationIds: group.locationIds,
      ...(group.ageGroups.length > 0 && { ageGroups: group.ageGroups }),
      ...(group.gender !== 'GENDER_UNLIMITED' && { gender: group.gender }),
      ...(group.languages.length > 0 && { languages: group.languages }),
      ...(group.audienceIds.length > 0 && { audienceIds: group.audienceIds }),
      ...(group.excludedAudienceIds.length > 0 && { excludedAudienceIds: group.excludedAudienceIds }),
    },
    ads: group.ads.map((ad) => adOf(ad, draft)),
  };
}

function adOf(ad: AdDraft, { objective }: Draft): AdDto {
  const { destination } = objectiveOf(objective);
  const [text, url] = [ad.text.trim(), ad.landingPageUrl.trim()];
  return {
    name: ad.name.trim(),
    identity: identityOf(ad.identity),
    creative: creativeOf(ad),
    // A post shows its caption.
    ...(ad.source !== 'post' && text !== '' && { text }),
    ...(destination !== 'none' && {
      ...(ad.callToAction !== null && { callToAction: ad.callToAction }),
      ...(url !== '' && { landingPageUrl: url }),
    }),
  };
}

function creativeOf({ source, uploadId, publicationId, postId, postType }: AdDraft): AdDto['creative'] {
  if (source === 'upload') return uploadId === null ? {} : { uploadId };
  if (source === 'publication') return publicationId === null ? {} : { publicationId };
  return postId === null ? {} : { postId, postType };
}
