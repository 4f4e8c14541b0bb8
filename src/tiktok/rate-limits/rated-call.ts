/**
 * Who waits for a call. `interactive`: a person. `background`: a job that can run later. `essential`: all other calls of a
 * credential, as for a token refresh. Callers state it. An ambient context would be wrong, because the in-process queue runs
 * jobs inside the request that woke them. The default is `background`.
 */
export type Priority = 'interactive' | 'essential' | 'background';

/** A call to TikTok, with everything that decides which limits it counts against. */
export interface RatedCall {
  api: 'open' | 'business';
  /** As in TikTok's reference: without host, version and query. */
  path: string;
  /** Stands for the access token that TikTok counts by, and stays the same after a refresh. */
  credentialId?: string;
  /** `advertiser_id` of the call. */
  advertiserId?: string;
  /** `business_id` of the call. */
  accountId?: string;
  priority: Priority;
}

/** The narrowest known subject of a call. */
export function subjectOf({ advertiserId, accountId, credentialId }: RatedCall): string {
  return advertiserId ?? accountId ?? credentialId ?? 'app';
}
