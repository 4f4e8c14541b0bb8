import type { FindingStatus } from '../finding.js';

export class FindingView {
  /** @example redirect_uris */
  check: string;

  /** `warning`: it works in part, or it works now and will stop working later. */
  status: FindingStatus;

  /** What the check found, in one sentence. */
  detail: string;

  /** How to fix it. */
  fix?: string;
}

export class DoctorAnswer {
  items: FindingView[];
}
