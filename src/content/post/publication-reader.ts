import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isId, NotFoundError } from '../../common/index.js';
import { OrgContext, queryRows } from '../../database/index.js';
import { Publication } from './publication.entity.js';

const EARLIER_AT_TIKTOK = `
  WITH RECURSIVE earlier AS (
    SELECT id, retry_of, status FROM publications WHERE id = $1
    UNION ALL
    SELECT p.id, p.retry_of, p.status FROM publications p JOIN earlier e ON p.id = e.retry_of)
  SELECT 1 FROM earlier WHERE status IN ('processing', 'in_inbox', 'published', 'public', 'removed') LIMIT 1`;

/** Reads an organisation's publications, each with its files. */
@Injectable()
export class PublicationReader {
  constructor(private readonly orgContext: OrgContext) {}

  /** @throws NotFoundError, also for a publication of another organisation */
  async get(publishId: string): Promise<Publication> {
    // PostgreSQL would reject a malformed id with an error of its own.
    const found = isId(publishId) ? await this.find(publishId) : null;
    if (found) return found;
    throw new NotFoundError(
      'unknown_publication',
      'Your organisation has no publication with this publishId.',
    );
  }

  async find(id: string): Promise<Publication | null> {
    return await this.orgContext.transaction((em) => findWithMedia(em, id));
  }

  /** True if TikTok has reported, perhaps late, that an earlier attempt was posted: another attempt would post it twice. */
  async hasEarlierAttemptAtTikTok({ retryOf }: Publication): Promise<boolean> {
    if (retryOf === null) return false;
    const found = await this.orgContext.transaction((em) => queryRows(em, EARLIER_AT_TIKTOK, [retryOf]));
    return found.length > 0;
  }
}

/** Loads a publication with its files in order. */
export async function findWithMedia(em: EntityManager, id: string): Promise<Publication | null> {
  return await em.getRepository(Publication).findOne({
    where: { id },
    relations: { media: true },
    order: { media: { position: 'ASC' } },
  });
}
