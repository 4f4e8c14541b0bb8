import { when, type Complaint } from './complaint.js';
import { repeatedNames } from './name-rules.js';
import type { LaunchAdGroupDto } from '../spec/ad-group.dto.js';
import type { RuleContext } from './rule-context.js';

// Upgraded Smart+, cookbook §2.1. Manual campaigns have higher limits, which the references do not give.
const MOST_GROUPS = 30;
const MOST_ADS = 30;

/** Checks the numbers of ad groups and ads of a launch, and that their names differ. */
export function sizeComplaints(groups: readonly LaunchAdGroupDto[], { driver }: RuleContext): Complaint[] {
  const limited = driver === 'us_plus';
  return [
    ...when(
      groups.length === 0,
      'adGroups',
      'ad_groups_missing',
      'A launch has at least one ad group. Add one.',
    ),
    ...when(
      limited && groups.length > MOST_GROUPS,
      'adGroups',
      'too_many_ad_groups',
      `An Upgraded Smart+ campaign has at most ${MOST_GROUPS} ad groups; this one has ${groups.length}.`,
    ),
    ...repeatedNames(
      groups.map(({ name }) => name),
      (index) => `adGroups[${index}].name`,
    ),
    ...groups.flatMap(({ ads }, index) => [
      ...when(
        ads.length === 0,
        `adGroups[${index}].ads`,
        'ads_missing',
        'An ad group of a launch has at least one ad. Add one.',
      ),
      ...when(
        limited && ads.length > MOST_ADS,
        `adGroups[${index}].ads`,
        'too_many_ads',
        `An Upgraded Smart+ ad group has at most ${MOST_ADS} ads; this one has ${ads.length}.`,
      ),
      ...repeatedNames(
        ads.map(({ name }) => name),
        (ad) => `adGroups[${index}].ads[${ad}].name`,
      ),
    ]),
  ];
}
