import type { AdDto } from '../spec/ad.dto.js';
import type { CreativeDto } from '../spec/creative.dto.js';
import type { LaunchBody } from '../spec/launch-body.dto.js';
import type { StepKind } from './launch-states.js';
import type { StepDetail } from './launch-step.entity.js';

/** A step to take. */
export interface PlannedStep {
  /** Unique within the launch. */
  key: string;
  kind: StepKind;
  /** What users read. */
  name: string;
  detail?: StepDetail;
}

/**
 * Lists the steps of a launch in their order. Pure: the same body always gives the same plan.
 * @param callsToAction those that TikTok wants as portfolios
 * @param check what the check has to find out
 */
export function planOf(
  body: LaunchBody,
  callsToAction: readonly string[],
  check: Pick<StepDetail, 'openPublications'> = {},
): PlannedStep[] {
  return [
    {
      key: 'check',
      kind: 'check',
      name: 'Check the ad account',
      ...(check.openPublications && { detail: check }),
    },
    ...creativesOf(body).map((key): PlannedStep => ({ key, kind: 'creative', name: creativeName(key) })),
    ...callsToAction.map((word): PlannedStep => ({
      key: callToActionKey(word),
      kind: 'call_to_action',
      name: `Prepare the call to action ${word}`,
    })),
    { key: 'campaign', kind: 'campaign', name: `Create the campaign “${body.name}”` },
    ...body.adGroups.map((group, at): PlannedStep => ({
      key: adGroupKey(at),
      kind: 'ad_group',
      name: `Create the ad group “${group.name}”`,
    })),
    ...body.adGroups.flatMap(({ ads }, at) =>
      ads.map((ad, index): PlannedStep => ({
        key: adKey(at, index),
        kind: 'ad',
        name: adName(ad),
      })),
    ),
    { key: 'review', kind: 'review', name: 'Wait for TikTok’s review' },
    { key: 'enable_ads', kind: 'enable_ads', name: 'Enable the ads' },
    { key: 'enable_ad_groups', kind: 'enable_ad_groups', name: 'Enable the ad groups' },
    ...(staysPaused(body) ? [] : [ENABLE_CAMPAIGN]),
  ];
}

const ENABLE_CAMPAIGN: PlannedStep = {
  key: 'enable_campaign',
  kind: 'enable_campaign',
  name: 'Enable the campaign',
};

/** True if a user enables the campaign after the launch, when they like. */
export function staysPaused({ enableCampaign }: Pick<LaunchBody, 'enableCampaign'>): boolean {
  return enableCampaign === false;
}

export const CAMPAIGN_KEY = 'campaign';
const CALL_TO_ACTION = 'call_to_action:';
export const callToActionKey = (word: string): string => `${CALL_TO_ACTION}${word}`;
export const callToActionOf = (key: string): string => key.slice(CALL_TO_ACTION.length);
export const adGroupKey = (at: number): string => `ad_group:${at}`;
export const adKey = (at: number, index: number): string => `ad:${at}.${index}`;

/** @returns the key of the step that creates what an object lies in; none for other steps */
export function parentKeyOf(key: string): string | [] {
  const [kind, position = ''] = key.split(':');
  if (kind === 'ad') return adGroupKey(Number.parseInt(position, 10));
  return kind === 'ad_group' ? CAMPAIGN_KEY : [];
}

/** Names what has to become ids of TikTok first: uploads and publications. @returns undefined for what already is one */
export function creativeKey({ uploadId, publicationId }: CreativeDto): string | undefined {
  if (uploadId !== undefined) return `creative:upload:${uploadId}`;
  return publicationId === undefined ? undefined : `creative:publication:${publicationId}`;
}

const isOfPublication = (key: string): boolean => key.startsWith('creative:publication:');

function creativeName(key: string): string {
  return isOfPublication(key) ? 'Upload the files of a publication' : 'Prepare an upload';
}

function adName({ name, creative: { postId } }: AdDto): string {
  return postId === undefined ? `Create the ad “${name}”` : `Create the ad “${name}” from the post ${postId}`;
}

function creativesOf({ adGroups }: LaunchBody): string[] {
  const keys = adGroups.flatMap(({ ads }) => ads.flatMap(({ creative }) => creativeKey(creative) ?? []));
  return [...new Set(keys)];
}
