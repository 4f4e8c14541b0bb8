import { Injectable } from '@nestjs/common';
import { Clock, type Page } from '../../common/index.js';
import { OrgLists, type Condition, type ListOf } from '../../database/index.js';
import { AdCreative } from './ad-creative.entity.js';
import { toCreativeView, type CreativeView } from './dto/creative.view.js';
import type { CreativesQuery } from './dto/creatives.query.js';

const NEWEST_FIRST: ListOf<AdCreative> = {
  entity: AdCreative,
  key: [{ column: 'id', part: 'id', read: (row) => row.id }],
  direction: 'DESC',
};

/** Lists creatives of the organisation. */
@Injectable()
export class CreativeList {
  constructor(
    private readonly lists: OrgLists,
    private readonly clock: Clock,
  ) {}

  page(query: CreativesQuery): Promise<Page<CreativeView>> {
    const { accountId, kind, status } = query;
    const conditions: Condition[] = [
      ...(accountId === undefined ? [] : [['account_id = ?', accountId] as const]),
      ...(kind === undefined ? [] : [['kind = ?', kind] as const]),
      ...(status === undefined ? [] : [['status = ANY(?)', status] as const]),
    ];
    const now = this.clock.now();
    return this.lists.page(NEWEST_FIRST, query, (row) => toCreativeView(row, now), conditions);
  }
}
