import type { AdGroupDto } from '../spec/ad-group.dto.js';
import type { LaunchBodyDto } from '../spec/launch-body.dto.js';
import { needsCallToActionId } from './destination-rules.js';
import { placementsOf } from './placement-rules.js';
import type { RuleContext } from './rule-context.js';
import { campaignSite, groupSite, type GroupSite } from './site.js';
import { withoutNulls } from './without-nulls.js';

type Context = Pick<RuleContext, 'driver' | 'settings' | 'currency' | 'now'>;

/** Fills what a body may leave out, as the rules have judged it: charging, promotion and placements. */
export function completedAdGroup(
  body: LaunchBodyDto,
  index: number,
  context: Context,
): AdGroupDto | undefined {
  const site = siteOf(body, index, context);
  if (!site) return undefined;
  const { group, billing, promotionType, promotionTarget } = site;
  const placements = placementsOf(site);
  return {
    ...group,
    ...(billing !== undefined && { billingEvent: group.billingEvent ?? billing }),
    ...(promotionType !== undefined && { promotionType }),
    ...(promotionTarget !== undefined && { promotionTargetType: promotionTarget }),
    ...(placements && { placements: [...placements] }),
  };
}

/** Lists the calls to action that Upgraded Smart+ wants as a portfolio, each once. */
export function portfolioCallsToAction(body: LaunchBodyDto, context: Context): string[] {
  const found = body.adGroups.flatMap((group, index) => {
    const site = siteOf(body, index, context);
    if (!site) return [];
    return withoutNulls(group).ads.flatMap((ad) => {
      const wanted = ad.callToAction !== undefined && ad.callToActionId === undefined;
      return wanted && needsCallToActionId({ ...site, ad, adAt: String }) ? [ad.callToAction ?? ''] : [];
    });
  });
  return [...new Set(found)];
}

function siteOf(body: LaunchBodyDto, index: number, context: Context): GroupSite | undefined {
  const launch = withoutNulls(body);
  const group = launch.adGroups[index];
  return group && groupSite(campaignSite(launch, launch.adGroups, context), group, '');
}
