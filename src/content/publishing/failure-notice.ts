import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/index.js';
import { Notifier } from '../../notifications/index.js';
import type { Publication } from '../publications/publication.entity.js';

// Whoever has just pressed the button looks at the screen, and sees the status there.
const LOOKS_ON_MS = 10 * 60_000;

type Failed = Pick<Publication, 'id' | 'organisationId' | 'title' | 'publishAt' | 'consentedAt'>;

/** Tells people of a post that has failed when nobody looked on: it was planned, or it had to wait. */
@Injectable()
export class FailureNotice {
  constructor(
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  async tell(em: EntityManager, publication: Failed, reason: string): Promise<void> {
    if (this.isWatched(publication)) return;
    const { id, organisationId, title } = publication;
    await this.notifier.notify(em, organisationId, {
      kind: 'publication_failed',
      severity: 'warning',
      title: `“${title}” was not posted on TikTok.`,
      detail: reason,
      subject: { type: 'publication', id },
      dedupeKey: `publication_failed:${id}`,
    });
  }

  private isWatched({ publishAt, consentedAt }: Failed): boolean {
    if (publishAt) return false;
    return !consentedAt || this.clock.now().getTime() - consentedAt.getTime() < LOOKS_ON_MS;
  }
}
