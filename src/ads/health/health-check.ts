import type { NewNotification } from '../../notifications/index.js';
import type { AdAccountRef } from '../../integrations/index.js';
import type { CheckedAccount, Finding, HealthTopic } from './finding.js';

/** A notice without what is the same for all notices about an ad account. */
export type HealthNotice = Pick<NewNotification, 'kind' | 'severity' | 'title' | 'detail'>;

/** Looks for one kind of fault in an ad account, and words it. */
export abstract class HealthCheck {
  abstract readonly topic: HealthTopic;

  /** @returns all present findings; undefined if it cannot be known, so that what was found before stays */
  abstract find(checked: CheckedAccount): Promise<readonly Finding[] | undefined>;

  /** One notice for all new findings of a check. */
  abstract notice(account: AdAccountRef, fresh: readonly Finding[]): HealthNotice;

  /** The title of the all-clear. */
  abstract over(account: AdAccountRef): string;
}
