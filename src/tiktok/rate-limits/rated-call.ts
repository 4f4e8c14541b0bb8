/**
 * Who waits for a call. `interactive`: a person, now. `background`: a row of work, which is as well done a little later.
 * `essential`: everybody (a token is refreshed); it goes first and keeps nobody away. The caller says it, explicitly: a job
 * that an HTTP request woke in the same process would inherit a wrong answer from any ambient context. The default is
 * `background`, so that forgetting it costs patience, not a person's turn.
 */
export type Priority = 'interactive' | 'essential' | 'background';

/** What the governor has to know of a call in order to count it. */
export interface RatedCall {
  api: 'open' | 'business';
  /** As in TikTok's reference: without host, version and query. */
  path: string;
  /** Stands for the access token that TikTok counts by; a refresh does not start a new count here. */
  credentialId?: string;
  /** `advertiser_id` of the call. */
  advertiserId?: string;
  /** `business_id` of the call. */
  accountId?: string;
  priority: Priority;
}

/**
 * Who shares app-wide budgets with others. An organisation is not known here; its connections are, and one that several
 * organisations use is one sharer. A call without a connection shares with the others of its kind.
 */
export function sharerOf({ credentialId }: RatedCall): string {
  return credentialId ?? 'app';
}

/** Whom a call is for, as finely as is known. */
export function subjectOf({ advertiserId, accountId, credentialId }: RatedCall): string {
  return advertiserId ?? accountId ?? credentialId ?? 'app';
}
