import { BUSINESS_ENDPOINTS } from 'tiktok-sandbox';

/** Paths that the SDK has no operations for and its bare client calls. */
const ACCOUNT_PATHS = /^\/(?:business|tt_user|subscription|discovery\/cml)\/|\/revoke_token\/$/;

/** What ad forms and Spark Ads need. */
const TOOL_PATHS =
  /^\/(?:advertiser\/balance|tt_video|identity\/video|business\/spark_ad|tool|app|page|creative\/(?:cta|ads_preview))\//;

/** What ads draw upon. */
const LIBRARY_PATHS = /^\/(?:pixel|blockedword|creative|optimizer|discovery\/(?!cml))/;

type Side = 'ads' | 'ad comments' | 'accounts' | 'library' | 'smart plus' | 'tools';

function sideOf(path: string): Side {
  if (path.startsWith('/comment/')) return 'ad comments';
  if (TOOL_PATHS.test(path)) return 'tools';
  if (ACCOUNT_PATHS.test(path)) return 'accounts';
  if (path.startsWith('/smart_plus/')) return 'smart plus';
  return LIBRARY_PATHS.test(path) ? 'library' : 'ads';
}

/** Every served path of one side, as the sandbox's counters name it. */
export function servedPaths(side: Side): string[] {
  return BUSINESS_ENDPOINTS.filter(({ path }) => sideOf(path) === side).map(
    ({ method, path }) => `${method} /open_api/v1.3${path}`,
  );
}
