import type { QuotaName } from '../../quotas/quota-ledger.js';
import { PostProblemView } from '../../rules/post-problem.view.js';
import { ConsentView } from './creator-info.view.js';

export class ValidationAnswer {
  /** False if publishing would be rejected. */
  ok: boolean;

  /** Why publishing would be rejected. */
  problems: PostProblemView[];

  /** What the user should know. Warnings block nothing. */
  warnings: PostProblemView[];

  /**
   * The labels that TikTok will show on the post.
   * @example ["Paid partnership"]
   */
  labels: string[];

  /** The text to show before the button that publishes. */
  consent: ConsentView;

  /** When the post would be published if you published it now. Null means immediately. */
  goesAt: Date | null;

  /** The limit of TikTok for which the post would wait. */
  waitsFor: QuotaName | null;

  /** The same as text to show to the user. */
  waits: string | null;
}
