import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { queryRows, SystemContext } from '../../database/index.js';

const OWNERS = `
  SELECT DISTINCT integration_id AS id FROM ad_accounts WHERE advertiser_id = ANY($1::text[]) AND accessible`;

const OWN = `
  SELECT DISTINCT advertiser_id AS id FROM ad_accounts WHERE advertiser_id = ANY($1::text[]) AND accessible`;

/** Finds the integrations of every organisation that have an ad account: webhooks name only the advertiser. */
@Injectable()
export class AdAccountOwners {
  constructor(private readonly system: SystemContext) {}

  async of(advertiserIds: readonly string[]): Promise<string[]> {
    if (advertiserIds.length === 0) return [];
    const rows = await this.system.statement<{ id: string }>('find the owners of ad accounts', OWNERS, [
      advertiserIds,
    ]);
    return rows.map(({ id }) => id);
  }

  /** @param em of an OrgContext transaction. @returns those of the ad accounts that its organisation has */
  async own(em: EntityManager, advertiserIds: readonly string[]): Promise<Set<string>> {
    if (advertiserIds.length === 0) return new Set();
    const rows = await queryRows<{ id: string }>(em, OWN, [advertiserIds]);
    return new Set(rows.map(({ id }) => id));
  }
}
