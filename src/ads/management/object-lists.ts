import { Injectable } from '@nestjs/common';
import { NotFoundError, type Page } from '../../common/index.js';
import { OrgLists, type Condition, type ListOf } from '../../database/index.js';
import { AdAccountAccess, type AdAccountRef } from '../../integrations/index.js';
import { toHttpError, type AdLevel } from '../../tiktok/index.js';
import { AccountReader } from '../objects/account-reader.js';
import { AdObject } from '../objects/ad-object.entity.js';
import { AdObjectView, toObjectView } from './dto/ad-object.view.js';
import type { ObjectsQuery } from './dto/objects.query.js';
import { ObjectFinder } from './object-finder.js';

// TikTok's ids grow with time and have the same length.
const NEWEST_FIRST: ListOf<AdObject> = {
  entity: AdObject,
  key: [{ column: 'id', part: 'digits', read: (row) => row.id }],
  direction: 'DESC',
};
const LEVEL_WORDS: Record<AdLevel, string> = { campaign: 'campaign', ad_group: 'ad group', ad: 'ad' };

/** Lists and reads ad objects. */
@Injectable()
export class ObjectLists {
  constructor(
    private readonly accounts: AdAccountAccess,
    private readonly lists: OrgLists,
    private readonly reader: AccountReader,
    private readonly finder: ObjectFinder,
  ) {}

  async list(level: AdLevel, query: ObjectsQuery): Promise<Page<AdObjectView>> {
    const account = await this.accounts.find(query.accountId);
    // The following pages belong to what the first one has read.
    if (query.live && query.cursor === undefined) await this.refresh(account, level);
    const toView = (row: AdObject) => toObjectView(row, account.currency);
    return await this.lists.page(NEWEST_FIRST, query, toView, conditionsOf(level, query));
  }

  /** @throws NotFoundError; DomainError while TikTok is unavailable */
  async find(account: AdAccountRef, level: AdLevel, id: string): Promise<AdObject> {
    const isId = /^\d{1,20}$/.test(id);
    const [found] = isId ? await this.read(account, level, id) : [];
    if (found) return found;
    const message = `The ad account ${account.accountId} has no ${LEVEL_WORDS[level]} with this id. Check the id and the account.`;
    throw new NotFoundError(`unknown_${level}`, message);
  }

  private async read(account: AdAccountRef, level: AdLevel, id: string): Promise<AdObject[]> {
    try {
      return await this.finder.find(account, level, [id], 'strict');
    } catch (error) {
      throw toHttpError(error);
    }
  }

  private async refresh(account: AdAccountRef, level: AdLevel): Promise<void> {
    const [unread] = await this.reader.read(account, [level]);
    if (unread) throw toHttpError(unread.error);
  }
}

function conditionsOf(level: AdLevel, query: ObjectsQuery): Condition[] {
  const { accountId, status, text, campaignId, adGroupId } = query;
  return [
    ['account_id = ?', accountId],
    ['level = ?', level],
    ...(status && status.length > 0
      ? ([['operation_status = ANY(?)', status]] as Condition[])
      : ([[`operation_status IS DISTINCT FROM 'DELETE'`]] as Condition[])),
    ...when(text, 'name ILIKE ?', `%${literal(text ?? '')}%`),
    ...when(campaignId, level === 'campaign' ? 'id = ?' : 'campaign_id = ?', campaignId),
    ...when(adGroupId, level === 'ad_group' ? 'id = ?' : 'ad_group_id = ?', adGroupId),
  ];
}

function when(given: string | undefined, sql: string, value: unknown): Condition[] {
  return given === undefined || given === '' ? [] : [[sql, value]];
}

/** Escapes LIKE patterns. */
function literal(text: string): string {
  return text.replace(/[\\%_]/g, String.raw`\$&`);
}
