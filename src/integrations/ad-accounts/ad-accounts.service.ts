import { Injectable, Logger } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { Clock, inBatches, messageOf, type Page, type PageQuery } from '../../common/index.js';
import { OrgContext, OrgLists, type ListOf } from '../../database/index.js';
import {
  AdvertiserApi,
  isTransient,
  MAX_ADVERTISERS,
  TikTokApiError,
  type Advertiser,
} from '../../tiktok/index.js';
import { AdAccountView, toAdAccountView } from './dto/ad-account.view.js';
import { AdAccount } from './ad-account.entity.js';

const BY_ADVERTISER: ListOf<AdAccount> = {
  entity: AdAccount,
  key: [
    { column: 'advertiser_id', part: 'digits', read: (row) => row.advertiserId },
    // Several integrations may have access to one ad account.
    { column: 'integration_id', part: 'id', read: (row) => row.integrationId },
  ],
  direction: 'ASC',
};
// A field that TikTok leaves out keeps its value, and so does an account whose details it refuses.
const UPSERT = `
  INSERT INTO ad_accounts AS a (organisation_id, integration_id, accessible, refreshed_at, advertiser_id, name, currency,
    time_zone, status)
  SELECT $1, $2::uuid, true, $3::timestamptz, * FROM unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
  ON CONFLICT (integration_id, advertiser_id) DO UPDATE SET name = coalesce(excluded.name, a.name),
    currency = coalesce(excluded.currency, a.currency), time_zone = coalesce(excluded.time_zone, a.time_zone),
    status = coalesce(excluded.status, a.status), accessible = true, refreshed_at = excluded.refreshed_at`;

const NOTE_STATUS = `
  UPDATE ad_accounts SET status = $2 WHERE advertiser_id = $1 AND status IS DISTINCT FROM $2`;

/** Stores the ad accounts of integrations, as TikTok last sent them. */
@Injectable()
export class AdAccountsService {
  private readonly logger = new Logger(AdAccountsService.name);

  constructor(
    private readonly orgContext: OrgContext,
    private readonly advertisers: AdvertiserApi,
    private readonly clock: Clock,
    private readonly lists: OrgLists,
  ) {}

  list(query: PageQuery): Promise<Page<AdAccountView>> {
    return this.lists.page(BY_ADVERTISER, query, toAdAccountView);
  }

  /**
   * Fetches them from TikTok, inside the organisation. One account without permission does not hide the others, and a field
   * that TikTok leaves out keeps its value.
   */
  async refresh(integrationId: string, credentialId: string): Promise<void> {
    const granted = await this.advertisers.granted(credentialId);
    if (!granted) return this.logger.warn('TikTok sent no list of ad accounts; nothing was changed');
    const names = new Map(granted.map((one) => [one.advertiser_id, one.advertiser_name]));
    const details = await this.details(credentialId, [...names.keys()]);
    const { organisationId } = this.orgContext;
    const refreshedAt = this.clock.now();
    const ids = [...names.keys()];
    const column = (read: (info: Advertiser) => string | null | undefined) =>
      ids.map((id) => read(details.get(id) ?? { advertiser_id: id }) ?? null);
    await this.orgContext.transaction(async (em) => {
      await em.query(UPSERT, [
        organisationId,
        integrationId,
        refreshedAt,
        ids,
        column((info) => info.name ?? names.get(info.advertiser_id)),
        column((info) => info.currency),
        column((info) => info.display_timezone ?? info.timezone),
        column((info) => info.status),
      ]);
      const gone = { integrationId, advertiserId: Not(In(ids)) };
      await em.getRepository(AdAccount).update(gone, { accessible: false, refreshedAt });
    });
  }

  /** Stores the status that another call has read. */
  async noteStatus(advertiserId: string, status: string): Promise<void> {
    await this.orgContext.transaction((em) => em.query(NOTE_STATUS, [advertiserId, status]));
  }

  private async details(credentialId: string, ids: string[]): Promise<Map<string, Advertiser>> {
    const found = new Map<string, Advertiser>();
    for (const batch of inBatches(ids, MAX_ADVERTISERS))
      for (const one of await this.infoOf(credentialId, batch)) found.set(one.advertiser_id, one);
    return found;
  }

  /** Fetches details. TikTok refuses a whole batch for one account without permission; then asks one by one. */
  private async infoOf(credentialId: string, ids: string[]): Promise<Advertiser[]> {
    try {
      return await this.advertisers.info(credentialId, ids);
    } catch (error) {
      // A token that TikTok rejects opens none of them.
      if (isTransient(error) || !(error instanceof TikTokApiError)) throw error;
      this.logger.warn(`TikTok refused the details of ${ids.length} ad accounts: ${messageOf(error)}`);
      if (ids.length === 1) return [];
      return (await Promise.all(ids.map((id) => this.infoOf(credentialId, [id])))).flat();
    }
  }
}
