/**
 * Settings with a fixed set of values; the first one is the default. Most exist where TikTok's behaviour is
 * documented in two ways or not at all.
 */
export const CHOICES = {
  /** `2026-11`: 2 h / 180 d, strict rotation. `legacy`: 24 h / 365 d, the refresh token stays. */
  tokenProfile: ['2026-11', 'legacy'],
  /** TikTok's status for OAuth errors is undocumented: 200 was reported, others model 400 and 401. */
  oauthErrorStatus: ['200', '4xx'],
  /** `sliding`: a refresh moves the refresh token's expiry. */
  refreshExpiry: ['absolute', 'sliding'],
  /** What a revoke returns: `{}`, or nothing, as in the older documentation. */
  revokeAnswer: ['object', 'empty'],
  /** What the error page names for a scope that the portal has not approved. */
  unapprovedScopeError: ['scope', 'client_key'],
  /** The error for a user field without its scope. */
  missingFieldScope: ['scope_permission_missed', 'scope_not_authorized'],
  /** What happens to unknown names in `fields`. */
  unknownFields: ['refuse', 'ignore'],
  /** `max_count` above 20 and more than 20 ids. */
  overLimit: ['refuse', 'clamp'],
  /** How an app encodes its PKCE challenge. RFC 7636 says base64url, which one library also sends for the web. */
  pkceChallenge: ['hex', 'hex_or_base64url', 'ignored'],
  /** What happens to numeric `video_ids` and to a `cursor` that is text. */
  looseTypes: ['refuse', 'accept'],
  /** `optional`: serves a GET without the trailing slash of its path. */
  lastSlash: ['required', 'optional'],
  /** `listed`: the videos of a private account count as public. */
  privateAccountVideos: ['hidden', 'listed'],
  /** Whether the 600 calls per minute of user info, video list and video query count per app or per token. */
  displayLimitPer: ['app', 'token'],
  /** Whether the three init endpoints have six calls per minute each, or together. */
  initLimit: ['separate', 'shared'],
  /** `both`: chunk sizes must be legal whether "MB" means 10^6 or 2^20; TikTok does not say which. */
  megabyte: ['both', 'decimal', 'binary'],
  /** The upload's Content-Range progress: `count` is `0-{UPLOADED_BYTES}` as documented, `last` one less. */
  uploadProgress: ['count', 'last'],
  /** TikTok's documentation spells the webhook header both ways. */
  signatureHeader: ['TikTok-Signature', 'Tiktok-Signature'],
  /** Whether a retried webhook is signed with the time of that attempt. */
  webhookRetrySignature: ['renewed', 'kept'],
} as const;

export type Choices = { -readonly [Key in keyof typeof CHOICES]: (typeof CHOICES)[Key][number] };

/** The default of each of these settings. */
export const FIRST_CHOICES = Object.fromEntries(
  Object.entries(CHOICES).map(([key, values]) => [key, values[0]]),
) as Choices;

/** @returns the problem with a value, or undefined */
export function choiceProblem(key: string, value: unknown): string | undefined {
  const values: readonly string[] | undefined = (CHOICES as Record<string, readonly string[]>)[key];
  return values && !values.includes(String(value)) ? `${key} must be one of ${values.join(', ')}` : undefined;
}
