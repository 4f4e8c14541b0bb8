import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Notifier } from '../../notifications/index.js';
import { PostReferences, type ReferredPost } from '../post/post-references.js';
import { Publication, type PublicationStatus } from '../post/publication.entity.js';

const TURNED_OUT: Partial<Record<PublicationStatus, string>> = {
  published: 'was posted on TikTok',
  public: 'was posted on TikTok, and everybody can see it',
  removed: 'was posted on TikTok, and is not shown any more',
  in_inbox: 'is in the creator’s TikTok inbox',
  failed: 'was not posted on TikTok',
  cancelled: 'was not posted on TikTok',
};

/** Tells an organisation that a post's outcome is unknown, and later what became of it. */
@Injectable()
export class UnknownNotice {
  constructor(
    private readonly notifier: Notifier,
    private readonly references: PostReferences,
  ) {}

  /** A person has to look, and must not find out by chance. */
  async tell(em: EntityManager, id: string, reason: string): Promise<void> {
    const publication = await em.getRepository(Publication).findOneByOrFail({ id });
    const { account, actionUrl, title } = await this.references.of(em, publication);
    await this.notifier.notify(em, publication.organisationId, {
      kind: 'publication_unknown',
      severity: 'warning',
      title: title('was ', ' posted?'),
      detail:
        `We couldn't confirm whether “${publication.title}” was posted on TikTok for ${account}. ${reason} If the post is ` +
        `there, mark it as published; if it is not, publish it again. It is not sent again automatically.`,
      subject: { type: 'publication', id },
      actionUrl,
      dedupeKey: keyOf(id),
    });
  }

  /** A person has looked, and it was not there. */
  async publishedAgain(em: EntityManager, post: ReferredPost): Promise<void> {
    await this.over(em, post, 'was published once more');
  }

  /** Nothing happens when nobody was told. */
  async resolve(em: EntityManager, post: ReferredPost & Pick<Publication, 'status'>): Promise<void> {
    await this.over(em, post, TURNED_OUT[post.status] ?? 'is settled');
  }

  private async over(em: EntityManager, post: ReferredPost, outcome: string): Promise<void> {
    const { title } = await this.references.of(em, post);
    await this.notifier.resolve(em, post.organisationId, [keyOf(post.id)], title('', ` ${outcome}`));
  }
}

function keyOf(id: string): string {
  return `publication_unknown:${id}`;
}
