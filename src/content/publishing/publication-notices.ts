import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Notifier } from '../../notifications/index.js';
import { PostReferences, type PostReference, type ReferredPost } from '../post/post-references.js';
import type { Publication, PublicationStatus } from '../post/publication.entity.js';
import { canReuseFiles } from './can-reuse-files.js';

const OUTCOMES: Partial<Record<PublicationStatus, string>> = {
  published: 'was posted to TikTok',
  public: 'was posted to TikTok and is public',
  removed: 'was posted to TikTok and later removed',
  in_inbox: 'is in the creator’s TikTok inbox',
  failed: 'was not posted to TikTok',
  cancelled: 'was not posted to TikTok',
};

type NotifiedPost = ReferredPost & Pick<Publication, 'failCode' | 'failReason'>;

/** Notifies an organisation of posts that failed, and of posts whose outcome is unknown until it is known. */
@Injectable()
export class PublicationNotices {
  constructor(
    private readonly notifier: Notifier,
    private readonly references: PostReferences,
  ) {}

  async failed(em: EntityManager, post: NotifiedPost): Promise<void> {
    const next = canReuseFiles(post.failCode ?? '') ? 'retry this post' : 'create a new post';
    await this.warn(em, post, 'publication_failed', ({ account, title }) => ({
      title: title('', ' was not posted'),
      detail:
        `“${post.title}” was not posted to TikTok for ${account}. ${post.failReason ?? ''} ` +
        `When the problem is fixed, ${next}.`,
    }));
  }

  async unknown(em: EntityManager, post: NotifiedPost): Promise<void> {
    await this.warn(em, post, 'publication_unknown', ({ account, title }) => ({
      title: title('was ', ' posted?'),
      detail:
        `We couldn't confirm whether “${post.title}” was posted to TikTok for ${account}. ${post.failReason ?? ''} If the ` +
        `post is there, mark it as published; if it is not, publish it again. We won't retry automatically.`,
    }));
  }

  /** A user has checked the account, and the post was not there. */
  async publishedAgain(em: EntityManager, post: ReferredPost): Promise<void> {
    await this.resolve(em, post, 'was published again');
  }

  /** Does nothing without a notice of an unknown outcome. */
  async resolved(em: EntityManager, post: ReferredPost & Pick<Publication, 'status'>): Promise<void> {
    await this.resolve(em, post, OUTCOMES[post.status] ?? 'is resolved');
  }

  private async warn(
    em: EntityManager,
    post: ReferredPost,
    kind: 'publication_failed' | 'publication_unknown',
    write: (reference: PostReference) => { title: string; detail: string },
  ): Promise<void> {
    const reference = await this.references.of(em, post);
    await this.notifier.notify(em, post.organisationId, {
      kind,
      severity: 'warning',
      ...write(reference),
      subject: { type: 'publication', id: post.id },
      actionUrl: reference.actionUrl,
      dedupeKey: `${kind}:${post.id}`,
    });
  }

  private async resolve(em: EntityManager, post: ReferredPost, outcome: string): Promise<void> {
    const { title } = await this.references.of(em, post);
    const key = `publication_unknown:${post.id}`;
    await this.notifier.resolve(em, post.organisationId, [key], title('', ` ${outcome}`));
  }
}
