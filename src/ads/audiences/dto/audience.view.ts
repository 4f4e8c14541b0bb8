import type { AudienceAction, ApplyMode, UploadState } from '../audience-upload.entity.js';
import type { AudienceKind } from '../audience.entity.js';
import type { AudienceStatus } from '../audience-status.js';
import { QualityReportView } from './quality-report.view.js';

export class AudiencePolicyView {
  stripPlusTag: boolean;
  stripDots: boolean;
  phonePlus: boolean;
}

export class AudienceConsentView {
  basis: string;
  source: string;
  /** @format date-time */
  collectedAt: string;
}

export class AudienceView {
  /** @format uuid */
  id: string;

  accountId: string;

  name: string;

  /** How the audience was made: from a file, or as a lookalike of another one. */
  kind: AudienceKind;

  /** TikTok's id; null until TikTok has created it. Use it in `audienceIds` of a launch. */
  tiktokId: string | null;

  /** The state at TikTok, as of the last look. */
  status: AudienceStatus;

  statusText: string;

  /** Matched users, as text; null until TikTok has matched. */
  size: string | null;

  isValid: boolean | null;

  /** TikTok deletes it within 60 days. */
  isExpiring: boolean | null;

  expiresAt: Date | null;

  /** When TikTok reported size, validity and expiry. */
  asOf: Date | null;

  options: AudiencePolicyView;

  /** Null for a lookalike. */
  consent: AudienceConsentView | null;

  /** @asType integer */
  retentionDays: number | null;

  createdAt: Date;
}

export class AudienceUploadView {
  /** @format uuid */
  id: string;

  /** What the operation does with the audience. */
  action: AudienceAction;

  /** How far the operation is. */
  state: UploadState;

  /** Of files. */
  report: QualityReportView | null;

  /** Of `apply`. */
  adGroupIds: string[] | null;

  /** Of `apply`. */
  mode: ApplyMode | null;

  failCode: string | null;

  failMessage: string | null;

  createdAt: Date;

  sentAt: Date | null;

  finishedAt: Date | null;
}

export class AudienceDetailsView extends AudienceView {
  /**
   * Updates by file that TikTok still allows within 24 h.
   * @asType integer
   */
  updatesLeft: number;

  /** When the next update is possible; null for now. */
  nextUpdateAt: Date | null;

  /** When the next replacement is possible; null for now. */
  nextReplaceAt: Date | null;

  /** The latest operations, the newest first. */
  uploads: AudienceUploadView[];
}

/** What the service found in the file, and the operation that sends it; null for a dry run. */
export class AudienceFileAnswer {
  report: QualityReportView;

  upload: AudienceUploadView | null;
}
