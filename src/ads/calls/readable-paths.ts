/**
 * Reads of TikTok's that this service has no call of its own for. Each is a GET that takes `advertiser_id`, changes nothing and
 * answers for that account only. Source: TikTok's SDK; business reference §7 and corrections §3 for those that it lacks.
 */
export const READABLE_PATHS: readonly string[] = `
  /ad/aco/get/
  /ad/review_info/
  /adgroup/quota/
  /adgroup/review_info/
  /app/info/
  /app/list/
  /app/optimization_event/
  /app/optimization_event/retargeting/
  /audience/insight/overlap/
  /blockedword/check/
  /blockedword/list/
  /blockedword/task/check/
  /campaign/gmv_max/info/
  /campaign/gmv_max/session/list/
  /creative/portfolio/get/
  /creative/portfolio/list/
  /creative/report/get/
  /discovery/detail/
  /discovery/trending_list/
  /dmp/saved_audience/list/
  /file/image/ad/info/
  /file/music/get/
  /file/video/ad/info/
  /file/video/ad/search/
  /gmv_max/report/get/
  /gmv_max/store/list/
  /identity/get/
  /identity/video/info/
  /offline/get/
  /optimizer/rule/get/
  /optimizer/rule/list/
  /optimizer/rule/result/get/
  /optimizer/rule/result/list/
  /page/get/
  /pangle_audience_package/get/
  /pangle_block_list/get/
  /pixel/event/stats/
  /pixel/list/
  /playable/get/
  /report/ad_benchmark/get/
  /report/integrated/get/
  /report/video_performance/get/
  /search/region/
  /smart_plus/ad/review_info/
  /smart_plus/material/review_info/
  /smart_plus/material_report/breakdown/
  /smart_plus/material_report/overview/
  /term/check/
  /term/get/
  /tool/action_category/
  /tool/brand_safety/partner/authorize/status/
  /tool/carrier/
  /tool/contextual_tag/get/
  /tool/contextual_tag/info/
  /tool/device_model/
  /tool/diagnosis/search/health/
  /tool/hashtag/get/
  /tool/hashtag/recommend/
  /tool/interest_category/
  /tool/interest_keyword/get/
  /tool/interest_keyword/recommend/
  /tool/language/
  /tool/open_url/
  /tool/os_version/
  /tool/phone_region_code/
  /tool/region/
  /tool/targeting/list/
  /tool/timezone/
  /tool/url_validate/
  /tool/vbo_status/
`
  .trim()
  .split(/\s+/);

/** Adds the slashes that TikTok's gateway requires. @returns undefined for a path that is not on the list */
export function readablePath(path: string): string | undefined {
  const full = `/${path.replace(/^\/|\/$/g, '')}/`;
  return READABLE_PATHS.find((known) => known === full);
}
