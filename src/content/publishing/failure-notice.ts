import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Notifier } from '../../notifications/index.js';
import { PostReferences, type ReferredPost } from '../post/post-references.js';
import { sameFilesMayWork } from './kept-files.js';

/** Tells an organisation of each post that was accepted for publishing and has failed. */
@Injectable()
export class FailureNotice {
  constructor(
    private readonly notifier: Notifier,
    private readonly references: PostReferences,
  ) {}

  /** @param reason sentences for a person: what happened, and what helps */
  async tell(
    em: EntityManager,
    publication: ReferredPost,
    { failCode, reason }: { failCode: string; reason: string },
  ): Promise<void> {
    const { id, organisationId, title } = publication;
    const { account, actionUrl, title: titleOf } = await this.references.of(em, publication);
    const next = sameFilesMayWork(failCode) ? 'retry this post' : 'start a new post';
    await this.notifier.notify(em, organisationId, {
      kind: 'publication_failed',
      severity: 'warning',
      title: titleOf('', ' was not posted'),
      detail: `“${title}” was not posted on TikTok for ${account}. ${reason} When that is solved, ${next}.`,
      subject: { type: 'publication', id },
      actionUrl,
      dedupeKey: `publication_failed:${id}`,
    });
  }
}
