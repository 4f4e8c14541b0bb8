import type { Step } from './steps.js';

/** Where fields of the API stand in the form, where the names differ. */
const CAMPAIGN_FIELDS: Record<string, string> = {
  'schedule.start': 'start',
  'schedule.end': 'end',
  schedule: 'start',
  budget: 'budget.mode',
};
const GROUP_FIELDS: Record<string, string> = {
  'bid.type': 'bidType',
  'bid.amount': 'bidAmount',
  bid: 'bidType',
  'frequency.impressions': 'impressions',
  'frequency.days': 'days',
  frequency: 'impressions',
  budget: 'budget.mode',
};
const AD_FIELDS: Record<string, string> = {
  'identity.id': 'identity',
  'identity.type': 'identity',
  'identity.businessCenterId': 'identity',
  'creative.uploadId': 'uploadId',
  'creative.publicationId': 'publicationId',
  'creative.postId': 'postId',
  'creative.postType': 'postId',
  'creative.musicId': 'source',
  creative: 'source',
};
const AD = /^adGroups\[(\d+)]\.ads\[(\d+)]\.?(.*)$/;
const GROUP = /^adGroups\[(\d+)]\.?(.*)$/;

/** Where the form shows what is wrong with a field of the launch. */
export function placeOf(field: string): string {
  const ofAd = AD.exec(field);
  if (ofAd) return `adGroups.${ofAd[1]}.ads.${ofAd[2]}.${named(ofAd[3] ?? '', AD_FIELDS)}`;
  const ofGroup = GROUP.exec(field);
  if (ofGroup) return `adGroups.${ofGroup[1]}.${named(ofGroup[2] ?? '', GROUP_FIELDS)}`;
  return named(field, CAMPAIGN_FIELDS);
}

/** The step that has the place. */
export function stepOfPlace(place: string): Step {
  if (/^adGroups\.\d+\.ads\./.test(place)) return 'ads';
  if (place.startsWith('adGroups')) return 'ad_groups';
  if (place === 'accountId') return 'account';
  return place === 'afterReview' || place === 'reason' ? 'review' : 'campaign';
}

/** Items of a list are shown at the list: `targeting.languages[2]` at `languages`. */
function named(field: string, names: Record<string, string>): string {
  const plain = field.replace(/\[\d+]/g, '');
  return names[plain] ?? plain.replace(/^targeting\./, '');
}
