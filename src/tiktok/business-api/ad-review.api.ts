import { Injectable } from '@nestjs/common';
import { advertiserCaller, type AdCaller } from './ad-caller.js';
import type { AdFamily } from './ad-object.endpoints.js';
import { BusinessClient } from './business-client.js';

interface RejectInfo {
  reasons?: unknown;
  suggestion?: unknown;
}

interface ReviewRow {
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
