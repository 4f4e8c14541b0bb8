import { Injectable } from '@nestjs/common';
import { In, LessThan, Like, Not } from 'typeorm';
import { Clock, isId, newId, NotFoundError } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import type { AdAccountRef } from '../../integrations/index.js';
import { Jobs } from '../../jobs/index.js';
import { AdCreative, type CreativeKind, type CreativeSource } from './ad-creative.entity.js';
import type { StagedCreative } from './creative-staging.js';

export interface NewCreative {
  account: Pick<AdAccountRef, 'accountId' | 'integrationId'>;
  kind: CreativeKind;
  name: string;
  source: CreativeSource;
  userId: string | null;
}

/** Why a creative ended. */
export interface CreativeFailure {
  failCode: string;
  failReason: string;
}

type Changes = Partial<Omit<AdCreative, 'id' | 'organisationId'>>;

/** Reads and writes creatives of the organisation. */
@Injectable()
export class CreativeStore {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** Creates a creative whose bytes the worker still has to get. */
  createAwaiting(creative: NewCreative, sourceRef: string): Promise<AdCreative> {
    return this.insert(creative, { status: 'receiving', sourceRef });
  }

  /** Creates a creative whose bytes are here. */
  createStaged(creative: NewCreative, staged: StagedCreative): Promise<AdCreative> {
    return this.insert(creative, { status: 'uploading', ...staged });
  }

  /** @throws NotFoundError, also for a creative of another organisation */
  async get(id: string): Promise<AdCreative> {
    const found = isId(id) ? await this.find(id) : null;
    if (found) return found;
    throw new NotFoundError(
      'unknown_creative',
      'Your organisation has no creative with this id. List creatives to find it.',
    );
  }

  find(id: string): Promise<AdCreative | null> {
    return this.orgContext.transaction((em) => em.getRepository(AdCreative).findOneBy({ id }));
  }

  /** Unknown ids are absent. */
  findAll(ids: readonly string[]): Promise<AdCreative[]> {
    const wanted = ids.filter(isId);
    return this.orgContext.transaction((em) => em.getRepository(AdCreative).findBy({ id: In(wanted) }));
  }

  /**
   * Finds the same bytes in the same account, unless they failed.
   * @param before only creatives that are older than this one
   */
  async sameBytes(
    { accountId, kind, md5 }: Pick<AdCreative, 'accountId' | 'kind'> & { md5: string },
    before?: string,
  ): Promise<AdCreative | null> {
    const older = before === undefined ? {} : { id: LessThan(before) };
    return await this.orgContext.transaction((em) =>
      em.getRepository(AdCreative).findOne({
        where: { accountId, kind, md5, status: Not(In(['failed', 'unknown'])), ...older },
        order: { id: 'ASC' },
      }),
    );
  }

  /** Finds creatives of a publication's files in an account, the newest first, unless they failed. */
  ofPublication(accountId: string, publicationId: string): Promise<AdCreative[]> {
    return this.orgContext.transaction((em) =>
      em.getRepository(AdCreative).find({
        where: [publicationId, `${publicationId}/%`].map((ref) => ({
          accountId,
          source: 'publication' as const,
          sourceRef: Like(ref),
          status: Not(In(['failed', 'unknown'])),
        })),
        order: { id: 'DESC' },
      }),
    );
  }

  async change(id: string, changes: Changes): Promise<void> {
    const updatedAt = this.clock.now();
    await this.orgContext.transaction((em) =>
      em.getRepository(AdCreative).update({ id }, { ...changes, updatedAt } as object),
    );
  }

  async end(id: string, status: 'failed' | 'unknown', failure: CreativeFailure): Promise<void> {
    await this.change(id, { status, ...failure, sourceRef: null, stagedFile: null, dueAt: null });
  }

  private async insert(
    { account, userId, ...creative }: NewCreative,
    more: Changes & Pick<AdCreative, 'status'>,
  ): Promise<AdCreative> {
    const { accountId, integrationId } = account;
    const now = this.clock.now();
    const id = newId();
    const created = await this.orgContext.transaction(async (em) => {
      const rows = em.getRepository(AdCreative);
      await rows.insert({
        ...creative,
        ...more,
        id,
        accountId,
        integrationId,
        organisationId: this.orgContext.organisationId,
        createdBy: userId,
        createdAt: now,
        updatedAt: now,
        // PostgreSQL's clock decides when work is due.
        dueAt: () => 'now()',
      } as object);
      return rows.findOneByOrFail({ id });
    });
    await this.jobs.wake('creative', id);
    return created;
  }
}
