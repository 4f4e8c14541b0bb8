export const STATUS_RESULTS = ['done', 'refused', 'unknown', 'not_found', 'too_soon', 'not_sent'] as const;
export type StatusResultWord = (typeof STATUS_RESULTS)[number];

export class StatusResultView {
  id: string;

  /**
   * `refused`: see `message`. `unknown`: TikTok did not answer; the service looks it up shortly. `not_found`: the ad account
   * has no such object. `too_soon`: TikTok allows one change of an Upgraded Smart+ ad in 5 s. `not_sent`: TikTok takes no
   * calls at the moment, and nothing was changed.
   */
  result: StatusResultWord;

  message?: string;

  /** When to try this id again. */
  retryAfterSeconds?: number;

  /**
   * The entry in the list of changes.
   * @format uuid
   */
  changeId?: string;
}

export class StatusAnswer {
  /** One for each id, in the order of the request. An id that was given twice appears once. */
  results: StatusResultView[];

  /**
   * How many ids have the wanted status now.
   * @asType integer
   */
  done: number;
}
