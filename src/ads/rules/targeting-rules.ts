import { audienceRules } from './audience-rules.js';
import { when } from './complaint.js';
import type { GroupRule } from './site.js';

const MOST_LOCATIONS = 3000;
const AGES = ['AGE_13_17', 'AGE_18_24', 'AGE_25_34', 'AGE_35_44', 'AGE_45_54', 'AGE_55_100'];
const SYSTEMS = ['ANDROID', 'IOS'];

/** Checks the targeting of an ad group. */
export const targetingRules: GroupRule = (site) => [
  ...locationRules(site),
  ...personRules(site),
  ...languageRules(site),
  ...audienceRules(site),
  ...specialRules(site),
];

const locationRules: GroupRule = ({ group, at, context }) => {
  const { locationIds } = group.targeting;
  const field = at('targeting.locationIds');
  const parents = context.account?.locationParents;
  const chosen = new Set(locationIds);
  const inside = locationIds.find((id) => chosen.has(parents?.get(id) ?? ''));
  const names = context.account?.locationNames;
  const nameOf = (id = '') => (names?.has(id) ? `${names.get(id)} (${id})` : `The location ${id}`);
  return [
    ...when(
      locationIds.length === 0,
      field,
      'locations_missing',
      'An ad group needs at least one location. GET /api/ads/tools/regions lists them.',
    ),
    ...when(
      locationIds.length > MOST_LOCATIONS,
      field,
      'too_many_locations',
      `TikTok takes at most 3,000 locations; these are ${locationIds.length}. Choose larger places.`,
    ),
    ...when(
      inside !== undefined,
      field,
      'locations_overlap',
      `${nameOf(inside)} lies within ${lowered(nameOf(parents?.get(inside ?? '')))}, which you target as well. Remove one of them.`,
    ),
  ];
};

/** Within a sentence. */
function lowered(name: string): string {
  return name.replace(/^The location/, 'the location');
}

const personRules: GroupRule = ({ group, at }) => {
  const {
    ageGroups = [],
    operatingSystems = [],
    audienceIds = [],
    excludedAudienceIds = [],
  } = group.targeting;
  const wrongAge = ageGroups.find((one) => !AGES.includes(one));
  const wrongSystem = operatingSystems.find((one) => !SYSTEMS.includes(one));
  const both = audienceIds.find((id) => excludedAudienceIds.includes(id));
  return [
    ...when(
      wrongAge,
      at('targeting.ageGroups'),
      'age_group_unknown',
      `TikTok has no age group ${wrongAge}. Use ${AGES.join(', ')}, or leave the field out for all ages.`,
      null,
    ),
    ...when(
      wrongSystem,
      at('targeting.operatingSystems'),
      'operating_system_unknown',
      `TikTok has no operating system ${wrongSystem}. Use ${SYSTEMS.join(' or ')}, or leave the field out.`,
      null,
    ),
    ...when(
      !wrongSystem && operatingSystems.length > 1,
      at('targeting.operatingSystems'),
      'too_many_operating_systems',
      'TikTok takes one operating system. Leave the field out for both.',
      null,
    ),
    ...when(
      both,
      at('targeting.excludedAudienceIds'),
      'audience_in_and_out',
      `The audience ${both} is to be reached and to be left out. Remove it from one of the lists.`,
    ),
  ];
};

const languageRules: GroupRule = ({ group, at, context }) => {
  const known = context.account?.languages;
  const unknown = group.targeting.languages?.find((code) => known && !known.has(code));
  return when(
    unknown,
    at('targeting.languages'),
    'language_unknown',
    `TikTok has no language ${unknown}. GET /api/ads/tools/languages lists the codes.`,
  );
};

/** Special ad categories switch off what could discriminate. */
const specialRules: GroupRule = ({ campaign, group, at }) => {
  if (!campaign.specialIndustries?.length) return [];
  const { gender, ageGroups = [] } = group.targeting;
  return [
    ...when(
      gender !== undefined && gender !== 'GENDER_UNLIMITED',
      at('targeting.gender'),
      'gender_not_for_special_industry',
      'Campaigns of a special ad category cannot choose a gender. Send GENDER_UNLIMITED.',
      'GENDER_UNLIMITED',
    ),
    ...when(
      ageGroups.includes('AGE_13_17'),
      at('targeting.ageGroups'),
      'minors_not_for_special_industry',
      'Campaigns of a special ad category cannot reach minors. Remove AGE_13_17.',
      null,
    ),
  ];
};

/** Checks how often one user sees the ads of an ad group. */
export const frequencyRules: GroupRule = ({ campaign, group, at }) => {
  const reach = campaign.objective === 'REACH';
  return [
    ...when(
      reach && group.frequency === undefined,
      at('frequency'),
      'frequency_missing',
      'REACH needs how often one user sees the ads, such as {"impressions": 3, "days": 7}.',
    ),
    ...when(
      !reach && group.frequency !== undefined,
      at('frequency'),
      'frequency_not_for_objective',
      `frequency belongs to REACH, not to ${campaign.objective}. Leave it out.`,
      null,
    ),
  ];
};
