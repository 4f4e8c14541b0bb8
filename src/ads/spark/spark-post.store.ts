import { Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import { Clock, isId, newId, NotFoundError, type Page } from '../../common/index.js';
import { OrgContext, OrgLists, type ListOf } from '../../database/index.js';
import type { AdAccountRef } from '../../integrations/index.js';
import { toSparkPostView, type SparkPostView } from './dto/spark-post.view.js';
import type { SparkPostsQuery } from './dto/spark-post.dto.js';
import { hashOf, type SparkFacts } from './spark-facts.js';
import { SparkPostRow } from './spark-post.entity.js';

const NEWEST_FIRST: ListOf<SparkPostRow> = {
  entity: SparkPostRow,
  key: [{ column: 'id', part: 'id', read: (row) => row.id }],
  direction: 'DESC',
};

type Changes = Partial<Omit<SparkPostRow, 'id' | 'organisationId'>>;
type Account = Pick<AdAccountRef, 'accountId' | 'integrationId'>;

/** An intent, which may be of an earlier call. */
export interface IntendedPost {
  row: SparkPostRow;
  isNew: boolean;
}

/** Reads and writes authorised posts of the organisation. */
@Injectable()
export class SparkPostStore {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly lists: OrgLists,
    private readonly clock: Clock,
  ) {}

  page(query: SparkPostsQuery): Promise<Page<SparkPostView>> {
    const now = this.clock.now();
    const conditions = [['account_id = ?', query.accountId] as const];
    return this.lists.page(NEWEST_FIRST, query, (row) => toSparkPostView(row, now), conditions);
  }

  /** Posts of the account that TikTok listed as authorised. */
  authorized(accountId: string): Promise<SparkPostRow[]> {
    const where = { accountId, status: 'authorized' as const };
    return this.orgContext.transaction((em) => em.getRepository(SparkPostRow).findBy(where));
  }

  /** @throws NotFoundError, also for a post of another organisation */
  async get(id: string): Promise<SparkPostRow> {
    const found = isId(id)
      ? await this.orgContext.transaction((em) => em.getRepository(SparkPostRow).findOneBy({ id }))
      : null;
    if (found) return found;
    throw new NotFoundError('unknown_spark_post', 'Your organisation has no authorised post with this id.');
  }

  /** Writes the intent before TikTok is asked. The same code in the same account is one row. */
  intend(account: Account, authCode: string, userId: string | null): Promise<IntendedPost> {
    return this.orgContext.transaction((em) => this.ensure(em, account, authCode, userId));
  }

  async change(id: string, changes: Changes): Promise<SparkPostRow> {
    const updatedAt = this.clock.now();
    return await this.orgContext.transaction(async (em) => {
      const rows = em.getRepository(SparkPostRow);
      await rows.update({ id }, { ...changes, updatedAt } as object);
      return await rows.findOneByOrFail({ id });
    });
  }

  /**
   * Takes over what TikTok lists for the account, also posts that were authorised elsewhere.
   * @param complete true if posts that are not listed are no longer authorised
   */
  async adopt(
    account: Account,
    listed: readonly { code: string; facts: SparkFacts }[],
    complete: boolean,
  ): Promise<void> {
    const { accountId } = account;
    const updatedAt = this.clock.now();
    await this.orgContext.transaction(async (em) => {
      const rows = em.getRepository(SparkPostRow);
      const ids: string[] = [];
      for (const { code, facts } of listed) {
        const { id } = (await this.ensure(em, account, code, null)).row;
        ids.push(id);
        await rows.update({ id }, { ...facts, status: 'authorized', updatedAt, failCode: null } as object);
      }
      const gone = { accountId, status: 'authorized' as const, ...(ids.length > 0 && { id: Not(In(ids)) }) };
      if (complete) await rows.update(gone, { status: 'unbound', updatedAt });
    });
  }

  private async ensure(
    em: EntityManager,
    { accountId, integrationId }: Account,
    authCode: string,
    userId: string | null,
  ): Promise<IntendedPost> {
    const { organisationId } = this.orgContext;
    const rows = em.getRepository(SparkPostRow);
    const codeHash = hashOf(authCode);
    const key = { organisationId, accountId, codeHash };
    const row = { ...key, id: newId(), integrationId, status: 'authorizing' as const, createdBy: userId };
    await rows.createQueryBuilder().insert().values(row).orIgnore().execute();
    const stored = await rows.findOneByOrFail(key);
    return { row: stored, isNew: stored.id === row.id };
  }
}
