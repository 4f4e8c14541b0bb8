import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, MoreThan, type EntityManager } from 'typeorm';
import { Clock, ConflictError, isId, newId, NotFoundError } from '../../common/index.js';
import { OrgContext } from '../../database/index.js';
import { fromWireTime, type AudienceDetails } from '../../tiktok/index.js';
import { AudienceUpload, FILE_ACTIONS, type AudienceAction } from './audience-upload.entity.js';
import { Audience } from './audience.entity.js';
import { nextTime, updateAllowance, type UpdateAllowance } from './update-limits.js';

const DAY_SECONDS = 86_400;
const UPLOADS_SHOWN = 50;
/** States of operations that TikTok does not have for certain. */
const PENDING = ['staged', 'sending', 'unknown'] as const;

export type NewAudienceRow = Pick<
  Audience,
  'accountId' | 'name' | 'kind' | 'policy' | 'consent' | 'retentionDays' | 'lookalike' | 'createdBy'
>;

export type NewUpload = Pick<AudienceUpload, 'action' | 'createdBy'> &
  Partial<Pick<AudienceUpload, 'id' | 'detail' | 'report' | 'kinds' | 'parts'>>;

/** Reads and writes the organisation's audiences and the operations on them. */
@Injectable()
export class AudienceStore {
  constructor(
    private readonly orgContext: OrgContext,
    private readonly clock: Clock,
  ) {}

  /** @throws ConflictError `audience_name_taken` */
  async insert(row: NewAudienceRow): Promise<Audience> {
    const { organisationId } = this.orgContext;
    return await this.orgContext.transaction(async (em) => {
      const audiences = em.getRepository(Audience);
      const { accountId, name } = row;
      const id = newId();
      const made = await em
        .createQueryBuilder()
        .insert()
        .into(Audience)
        .values({ id, organisationId, ...row } as object)
        .orIgnore()
        .returning('id')
        .execute();
      if ((made.raw as unknown[]).length > 0) return await audiences.findOneByOrFail({ id });
      throw new ConflictError(
        'audience_name_taken',
        `The ad account ${accountId} already has an audience named “${name}”. Choose another name.`,
      );
    });
  }

  /** @throws NotFoundError */
  async find(id: string): Promise<Audience> {
    const found = isId(id)
      ? await this.orgContext.transaction((em) => em.getRepository(Audience).findOneBy({ id }))
      : null;
    if (found) return found;
    throw new NotFoundError(
      'audience_not_found',
      'There is no such audience. GET /api/ads/audiences lists them.',
    );
  }

  /** The newest first, from the one after `before`. */
  list(accountId: string | undefined, before: string | undefined, limit: number): Promise<Audience[]> {
    return this.orgContext.transaction((em) =>
      em.getRepository(Audience).find({
        where: {
          deletedAt: IsNull(),
          ...(accountId !== undefined && { accountId }),
          ...(before !== undefined && { id: LessThan(before) }),
        },
        order: { id: 'DESC' },
        take: limit,
      }),
    );
  }

  /** The latest operations, the newest first. */
  uploads(audienceId: string): Promise<AudienceUpload[]> {
    return this.orgContext.transaction((em) =>
      em
        .getRepository(AudienceUpload)
        .find({ where: { audienceId }, order: { id: 'DESC' }, take: UPLOADS_SHOWN }),
    );
  }

  /** The last operation of each that changes what the audience consists of. */
  async latest(audienceIds: readonly string[]): Promise<Map<string, AudienceUpload>> {
    const rows = await this.orgContext.transaction((em) =>
      em
        .getRepository(AudienceUpload)
        .createQueryBuilder('u')
        .distinctOn(['u.audience_id'])
        .where('u.audience_id = ANY(:ids)', { ids: [...audienceIds] })
        .andWhere('u.action = ANY(:actions)', { actions: [...FILE_ACTIONS, 'lookalike'] })
        .orderBy('u.audience_id')
        .addOrderBy('u.id', 'DESC')
        .getMany(),
    );
    return new Map(rows.map((row) => [row.audienceId, row]));
  }

  async upload(id: string): Promise<AudienceUpload | null> {
    return await this.orgContext.transaction((em) => em.getRepository(AudienceUpload).findOneBy({ id }));
  }

  /**
   * True if an earlier operation comes first. TikTok refuses updates while it is matching. Two audiences that are applied to one
   * ad group at once would each replace the targeting of the other.
   */
  async mustWait({ id, accountId, audienceId, action }: AudienceUpload): Promise<boolean> {
    const states = [...PENDING, ...(isFileAction(action) ? (['matching'] as const) : [])];
    return await this.orgContext.transaction((em) =>
      em
        .getRepository(AudienceUpload)
        .existsBy([
          { audienceId, id: LessThan(id), state: In(states) },
          ...(action === 'apply' ? [{ accountId, action, id: LessThan(id), state: In([...PENDING]) }] : []),
        ]),
    );
  }

  /** @returns what TikTok still allows today */
  async allowance(audienceId: string): Promise<UpdateAllowance> {
    return await this.orgContext.transaction((em) => this.allowanceIn(em, audienceId));
  }

  /**
   * Plans an operation. Updates by file are admitted within TikTok's daily limits only.
   * @throws ConflictError `audience_update_limit` with the next possible time
   */
  async plan(audience: Audience, given: NewUpload): Promise<AudienceUpload> {
    const now = this.clock.now();
    return await this.orgContext.transaction(async (em) => {
      // One at a time, so that two requests cannot take the last update.
      await em
        .getRepository(Audience)
        .findOneOrFail({ where: { id: audience.id }, lock: { mode: 'pessimistic_write' } });
      const { action } = given;
      const counts = isFileAction(action);
      if (counts) assertAllowed(action, await this.allowanceIn(em, audience.id));
      const uploads = em.getRepository(AudienceUpload);
      const id = given.id ?? newId();
      await uploads.insert({
        ...given,
        id,
        organisationId: audience.organisationId,
        audienceId: audience.id,
        accountId: audience.accountId,
        state: 'staged',
        countedAt: counts ? now : null,
        dueAt: now,
      } as object);
      return await uploads.findOneByOrFail({ id });
    });
  }

  async setUpload(upload: AudienceUpload, change: Partial<AudienceUpload>): Promise<void> {
    Object.assign(upload, change);
    await this.orgContext.transaction((em) =>
      em.getRepository(AudienceUpload).update({ id: upload.id }, change as object),
    );
  }

  async setAudience(audience: Audience, change: Partial<Audience>): Promise<void> {
    Object.assign(audience, change);
    await this.orgContext.transaction((em) =>
      em.getRepository(Audience).update({ id: audience.id }, change as object),
    );
  }

  /** Stores what TikTok says about the audience. */
  async setDetails(audience: Audience, details: AudienceDetails, asOf: Date): Promise<void> {
    const message = details.error_msg ?? details.msg ?? '';
    await this.setAudience(audience, {
      coverNumber: details.cover_num === undefined ? null : String(details.cover_num),
      isValid: details.is_valid ?? null,
      isExpiring: details.is_expiring ?? null,
      expiresAt: fromWireTime(details.expired_time),
      message: message === '' ? null : message,
      asOf,
    });
  }

  /** TikTok's ids of all audiences of the account that the organisation has made. */
  async knownIds(accountId: string): Promise<Set<string>> {
    const rows = await this.orgContext.transaction((em) =>
      em.getRepository(Audience).find({ where: { accountId }, select: { tiktokId: true } }),
    );
    return new Set(rows.flatMap(({ tiktokId }) => tiktokId ?? []));
  }

  private async allowanceIn(em: EntityManager, audienceId: string): Promise<UpdateAllowance> {
    const rows = await em.getRepository(AudienceUpload).findBy({
      audienceId,
      countedAt: MoreThan(this.clock.inSeconds(-DAY_SECONDS)),
    });
    const counted = rows.flatMap(({ action, countedAt }) => (countedAt ? [{ action, countedAt }] : []));
    return updateAllowance(counted, this.clock.now());
  }
}

function isFileAction(action: AudienceAction): action is (typeof FILE_ACTIONS)[number] {
  return (FILE_ACTIONS as readonly string[]).includes(action);
}

/** @throws ConflictError */
export function assertAllowed(action: (typeof FILE_ACTIONS)[number], allowance: UpdateAllowance): void {
  const next = nextTime(action, allowance);
  if (next === null) return;
  const limit = allowance.nextUpdateAt === null ? 'one replacement' : '24 updates';
  throw new ConflictError(
    'audience_update_limit',
    `TikTok allows ${limit} of an audience in 24 h. The next is possible at ${next.toISOString()}.`,
  );
}
