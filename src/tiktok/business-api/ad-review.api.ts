import { Injectable } from '@nestjs/common';
import { advertiserCaller, type AdCaller } from './ad-caller.js';
import type { AdFamily } from './ad-object.endpoints.js';
import { BusinessClient } from './business-client.js';

interface RejectInfo {
  reasons?: unknown;
  suggestion?: unknown;
  forbidden_locations?: unknown;
  forbidden_placements?: unknown;
  forbidden_ages?: unknown;
  forbidden_operation_systems?: unknown;
  content_info?: { content_type?: unknown } | null;
}

/** Why TikTok rejected an ad, and where: the part of the ad, placements, countries, ages, systems. */
export interface AdRejection {
  reasons: string[];
  where: string[];
}

interface ReviewRow extends RejectInfo {
  smart_plus_ad_id?: string;
  reject_info?: RejectInfo[] | null;
}

// The smaller of both families' limits.
const MAX_IDS = 20;

/** The review of ads. Source: corrections §3, “Review detail”. */
@Injectable()
export class AdReviewApi {
  constructor(private readonly client: BusinessClient) {}

  /** @returns why TikTok rejected each ad; ads without a reason are absent */
  async reasons(caller: AdCaller, family: AdFamily, ids: readonly string[]): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    for (let at = 0; at < ids.length; at += MAX_IDS) {
      const rows = await this.rows(caller, family, ids.slice(at, at + MAX_IDS));
      for (const [id, { reject_info: info }] of rows) found.set(id, (info ?? []).flatMap(textsOf));
    }
    return found;
  }

  /** @returns the rejection of each ad; ads without one are absent */
  async rejections(
    caller: AdCaller,
    family: AdFamily,
    ids: readonly string[],
  ): Promise<Map<string, AdRejection>> {
    const found = new Map<string, AdRejection>();
    for (let at = 0; at < ids.length; at += MAX_IDS) {
      const rows = await this.rows(caller, family, ids.slice(at, at + MAX_IDS));
      for (const [id, row] of rows) {
        const info = row.reject_info ?? [];
        if (info.length === 0) continue;
        const reasons = [...new Set(info.flatMap(textsOf))];
        found.set(id, { reasons, where: [...new Set([...info, row].flatMap(placesOf))] });
      }
    }
    return found;
  }

  private async rows(
    caller: AdCaller,
    family: AdFamily,
    ids: readonly string[],
  ): Promise<[string, ReviewRow][]> {
    const query = { advertiser_id: caller.advertiserId };
    if (family === 'us_plus') {
      const data = await this.client.get<{ smart_plus_ad_review_infos?: ReviewRow[] }>(
        advertiserCaller(caller),
        '/smart_plus/ad/review_info/',
        { ...query, smart_plus_ad_ids: ids, extra_info_setting: { include_reject_info: true } },
      );
      return (data.smart_plus_ad_review_infos ?? []).map((row) => [row.smart_plus_ad_id ?? '', row]);
    }
    const data = await this.client.get<{ ad_review_map?: Record<string, ReviewRow> }>(
      advertiserCaller(caller),
      '/ad/review_info/',
      { ...query, ad_ids: ids },
    );
    return Object.entries(data.ad_review_map ?? {});
  }
}

function textsOf({ reasons, suggestion }: RejectInfo): string[] {
  const listed = Array.isArray(reasons) ? reasons : [];
  return [...listed, suggestion].filter((one) => typeof one === 'string' && one !== '') as string[];
}

function placesOf(info: RejectInfo): string[] {
  const { forbidden_locations, forbidden_placements, forbidden_ages, forbidden_operation_systems } = info;
  const lists = [forbidden_placements, forbidden_locations, forbidden_ages, forbidden_operation_systems];
  const content = info.content_info?.content_type;
  return [content, ...lists.flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []))].filter(
    (one) => typeof one === 'string' && one !== '',
  ) as string[];
}
