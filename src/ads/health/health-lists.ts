import { Injectable } from '@nestjs/common';
import type { Page } from '../../common/index.js';
import { OrgLists, type Condition, type ListOf } from '../../database/index.js';
import { AdAccountHealth } from './ad-account-health.entity.js';
import type { FindingsQuery, HealthQuery } from './dto/health.query.js';
import {
  toFindingView,
  toHealthView,
  type AccountHealthView,
  type HealthFindingView,
} from './dto/health.view.js';
import { HealthFinding } from './health-finding.entity.js';

const BY_ACCOUNT: ListOf<AdAccountHealth> = {
  entity: AdAccountHealth,
  key: [{ column: 'account_id', part: 'digits', read: (row) => row.accountId }],
  direction: 'ASC',
};
const NEWEST_FIRST: ListOf<HealthFinding> = {
  entity: HealthFinding,
  key: [{ column: 'id', part: 'id', read: (row) => row.id }],
  direction: 'DESC',
};

/** Lists the results of health checks. */
@Injectable()
export class HealthLists {
  constructor(private readonly lists: OrgLists) {}

  accounts(query: HealthQuery): Promise<Page<AccountHealthView>> {
    return this.lists.page(BY_ACCOUNT, query, toHealthView, when('account_id', query.accountId));
  }

  findings(query: FindingsQuery): Promise<Page<HealthFindingView>> {
    const conditions = [...when('account_id', query.accountId), ...when('topic', query.topic)];
    return this.lists.page(NEWEST_FIRST, query, toFindingView, conditions);
  }
}

function when(column: string, value: string | undefined): Condition[] {
  return value === undefined ? [] : [[`${column} = ?`, value]];
}
