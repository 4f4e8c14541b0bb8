import { when, type Complaint } from './complaint.js';
import type { GroupRule, GroupSite } from './site.js';

/** TikTok uses an audience from this many matched users. */
const LEAST_MATCHED = 1000;
const LISTS = ['audienceIds', 'excludedAudienceIds'] as const;

/** Checks that the ad account has the audiences, and that TikTok lets it use them. */
export const audienceRules: GroupRule = (site) => LISTS.flatMap((list) => listRules(site, list));

function listRules({ group, at, context }: GroupSite, list: (typeof LISTS)[number]): Complaint[] {
  const known = context.account?.audiences;
  const field = at(`targeting.${list}`);
  return (group.targeting[list] ?? []).flatMap((id) => {
    const audience = known?.get(id);
    return when(
      audience === null,
      field,
      'audience_unknown',
      `The ad account has no audience ${id}. GET /api/ads/audiences lists yours; audienceIds take their tiktokId.`,
    ).concat(
      when(
        audience?.usable === false,
        field,
        'audience_not_usable',
        `TikTok does not let you use the audience ${id}: ${matchedText(audience?.matched ?? null)}, and it needs ` +
          `${LEAST_MATCHED.toLocaleString('en')}. After an upload, wait up to 48 h; otherwise add customers, or remove it.`,
      ),
    );
  });
}

function matchedText(matched: number | null): string {
  if (matched === null) return 'the number of matched users is unknown';
  return matched === 1
    ? '1 user is matched'
    : `${matched === 0 ? 'no' : matched.toLocaleString('en')} users are matched`;
}
