import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Notifier } from '../../notifications/index.js';
import { Publication, type PublicationStatus } from '../publications/publication.entity.js';

const TURNED_OUT: Partial<Record<PublicationStatus, string>> = {
  published: 'was posted on TikTok',
  public: 'was posted on TikTok, and everybody can see it',
  removed: 'was posted on TikTok, and is not shown any more',
  in_inbox: 'is in the creator’s TikTok inbox',
  failed: 'was not posted on TikTok',
  cancelled: 'was not posted on TikTok',
};

/** Tells people of a post of which nobody knows, and that it has been found out. */
@Injectable()
export class UnknownNotice {
  constructor(private readonly notifier: Notifier) {}

  /** A person has to look, and must not find out by chance. */
  async tell(em: EntityManager, id: string, reason: string): Promise<void> {
    const { title, organisationId } = await em.getRepository(Publication).findOneByOrFail({ id });
    await this.notifier.notify(em, organisationId, {
      kind: 'publication_unknown',
      severity: 'warning',
      title: `Nobody can tell whether “${title}” was posted on TikTok.`,
      detail: reason,
      subject: { type: 'publication', id },
      dedupeKey: keyOf(id),
    });
  }

  /** A person has looked, and it was not there. */
  async publishedAgain(
    em: EntityManager,
    { id, organisationId, title }: Pick<Publication, 'id' | 'organisationId' | 'title'>,
  ): Promise<void> {
    await this.notifier.resolve(em, organisationId, [keyOf(id)], `“${title}” was published once more.`);
  }

  /** Nothing happens when nobody was told. */
  async resolve(
    em: EntityManager,
    { id, organisationId, title, status }: Pick<Publication, 'id' | 'organisationId' | 'title' | 'status'>,
  ): Promise<void> {
    const outcome = TURNED_OUT[status] ?? 'is settled';
    await this.notifier.resolve(em, organisationId, [keyOf(id)], `“${title}” ${outcome}.`);
  }
}

function keyOf(id: string): string {
  return `publication_unknown:${id}`;
}
