import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../common/index.js';
import { Notifier, type NewNotification, type NotificationKind } from '../../notifications/index.js';

/** A notice that stays open while its cause lasts. */
export interface StandingNotice {
  organisationId: string;
  /** Names the cause, and begins with the scope of its check: `accounts:`. */
  cause: string;
  notice: Omit<NewNotification, 'kind' | 'dedupeKey'>;
}

/** What a check knows about one kind of notice. */
export interface Standing {
  kind: NotificationKind;
  /** Begins every cause that the check decides about. */
  scope: string;
  present: readonly StandingNotice[];
  /** False: the check could not look at everything, so notices that it did not find stay open. */
  certain: boolean;
  /** Title of the all-clear. */
  allClear: string;
}

/** Opens a notice for each new cause, and resolves those whose cause is gone. */
@Injectable()
export class StandingNotices {
  constructor(
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  /** @param em of a SystemContext transaction */
  async settle(em: EntityManager, { kind, scope, present, certain, allClear }: Standing): Promise<void> {
    const open = await this.notifier.openEverywhere(em, kind, `${kind}:${scope}`);
    const isOpen = ({ organisationId, cause }: StandingNotice): boolean =>
      open.some((one) => one.organisationId === organisationId && isAbout(one.key, kind, cause));
    for (const one of present) {
      if (isOpen(one)) continue;
      const dedupeKey = `${prefixOf(kind, one.cause)}${this.clock.now().toISOString()}`;
      await this.notifier.notify(em, one.organisationId, { ...one.notice, kind, dedupeKey });
    }
    if (!certain) return;
    for (const { organisationId, key } of open) {
      const lasts = present.some(
        (one) => one.organisationId === organisationId && isAbout(key, kind, one.cause),
      );
      if (!lasts) await this.notifier.resolve(em, organisationId, [key], allClear);
    }
  }
}

function isAbout(key: string, kind: NotificationKind, cause: string): boolean {
  return key.startsWith(prefixOf(kind, cause));
}

// The cause may recur, and each key is used once.
function prefixOf(kind: NotificationKind, cause: string): string {
  return `${kind}:${cause}@`;
}
