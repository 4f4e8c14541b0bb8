import { entriesOf, idsOf } from './ads-entries.js';

/** Ads of an advertiser whose creatives users have seen too often, as a webhook reports them. */
export interface FatigueEvent {
  advertiserId: string;
  /** Empty if TikTok names none. */
  adIds: string[];
  /** Of the report, in UTC. */
  day: string;
}

/**
 * @param body of a webhook of creative fatigue; business reference §9.1
 * @param at when TikTok reported it
 */
export function fatigueEvents(body: Readonly<Record<string, unknown>>, at: Date): FatigueEvent[] {
  return entriesOf(body).flatMap((entry) => {
    const [advertiserId] = idsOf(entry.adv_id ?? entry.advertiser_id);
    if (advertiserId === undefined) return [];
    const adIds = [...new Set([...idsOf(entry.ad_id), ...idsOf(entry.ad_ids)])];
    return [{ advertiserId, adIds, day: at.toISOString().slice(0, 10) }];
  });
}
