import { Injectable } from '@nestjs/common';
import { isId, NotFoundError, type Page } from '../../common/index.js';
import { OrgLists, type Condition, type ListOf } from '../../database/index.js';
import { AdChange } from '../writes/ad-change.entity.js';
import { AdChanges } from '../writes/ad-changes.js';
import { toChangeView, type ChangeView } from './dto/change.view.js';
import type { ChangesQuery } from './dto/changes.query.js';

const NEWEST_FIRST: ListOf<AdChange> = {
  entity: AdChange,
  key: [{ column: 'id', part: 'id', read: (row) => row.id }],
  direction: 'DESC',
};

/** Reads the journal of changes for users. */
@Injectable()
export class ChangeLists {
  constructor(
    private readonly lists: OrgLists,
    private readonly changes: AdChanges,
  ) {}

  list(query: ChangesQuery): Promise<Page<ChangeView>> {
    const { accountId, objectId, launchId } = query;
    const conditions: Condition[] = [
      ...when('account_id = ?', accountId),
      ...when('object_id = ?', objectId),
      ...when('launch_id = ?', launchId),
    ];
    return this.lists.page(NEWEST_FIRST, query, toChangeView, conditions);
  }

  /** @throws NotFoundError */
  async get(id: string): Promise<ChangeView> {
    const change = isId(id) ? await this.changes.find(id) : null;
    if (change) return toChangeView(change);
    throw new NotFoundError(
      'unknown_change',
      'There is no change with this id. GET /api/ads/changes lists them.',
    );
  }
}

function when(sql: string, value: string | undefined): Condition[] {
  return value === undefined ? [] : [[sql, value]];
}
