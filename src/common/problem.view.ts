export class FieldProblem {
  /** @example privacyLevel */
  field: string;

  /** @example "must be one of PUBLIC_TO_EVERYONE, SELF_ONLY" */
  message: string;

  /** The position of the file, from 0. Present if the rule is about one file. */
  file?: number;

  /**
   * The rule that the field breaks. It is stable.
   * @example frame_rate_out_of_range
   */
  rule?: string;

  /**
   * The value that was found.
   * @example 15
   */
  value?: string | number | boolean;

  /**
   * What the rule allows.
   * @example "23 to 60"
   */
  limit?: string | number;
}

/** The body of every error answer: RFC 9457 with our `code` and `requestId`. */
export class Problem {
  /** @example about:blank */
  type: string;

  /** @example Conflict */
  title: string;

  /** @example 409 */
  status: number;

  /**
   * Identifies the error. It is stable.
   * @example upload_missing
   */
  code: string;

  /** What happened and what to do, as text to show to the user. */
  detail: string;

  /** Quote it when you report the problem. The service's log has it. */
  requestId: string;

  /** For invalid input: one entry per broken rule. */
  errors?: FieldProblem[];

  /** Seconds after which to retry; also in the Retry-After header. */
  retryAfterSeconds?: number;
}
