/**
 * The switches with a fixed set of values; the first one is the default. Most stand where TikTok's behaviour is
 * documented in two ways or not at all.
 */
export const CHOICES = {
  /** `2026-11`: 2 h / 180 d, strict rotation. `legacy`: 24 h / 365 d, the refresh token stays. */
  tokenProfile: ['2026-11', 'legacy'],
  /** TikTok's status for OAuth errors is undocumented: 200 was reported, others model 400 and 401. */
  oauthErrorStatus: ['200', '4xx'],
  /** Whether a refresh moves the refresh token's end. */
  refreshExpiry: ['absolute', 'sliding'],
  /** What revoke answers: `{}`, or nothing as the older documentation has it. */
  revokeAnswer: ['object', 'empty'],
  /** What the error page names for a scope that the portal has not approved. */
  unapprovedScopeError: ['scope', 'client_key'],
  /** What a user field without its scope draws. */
  missingFieldScope: ['scope_permission_missed', 'scope_not_authorized'],
  /** What becomes of unknown names in `fields`. */
  unknownFields: ['refuse', 'ignore'],
  /** `max_count` above 20 and more than 20 ids. */
  overLimit: ['refuse', 'clamp'],
  /** What an app makes of its PKCE verifier; base64url is RFC 7636, which one library also sends for the web. */
  pkceChallenge: ['hex', 'hex_or_base64url', 'ignored'],
  /** What becomes of `video_ids` that are numbers, and of a `cursor` that is text. */
  looseTypes: ['refuse', 'accept'],
  /** Whether a GET without the last slash of its path is served. */
  lastSlash: ['required', 'optional'],
  /** Whether the videos of a private account count as public. */
  privateAccountVideos: ['hidden', 'listed'],
  /** Whom the 600 calls a minute of user info, video list and video query are counted for. */
  displayLimitPer: ['app', 'token'],
  /** Whether the three init endpoints have six calls a minute each, or together. */
  initLimit: ['separate', 'shared'],
  /** `both`: chunk sizes must be legal whether "MB" means 10^6 or 2^20; TikTok does not say which. */
  megabyte: ['both', 'decimal', 'binary'],
  /** The upload's Content-Range progress: `count` is `0-{UPLOADED_BYTES}` as documented, `last` one less. */
  uploadProgress: ['count', 'last'],
  /** TikTok's documentation spells the webhook header both ways. */
  signatureHeader: ['TikTok-Signature', 'Tiktok-Signature'],
  /** Whether a webhook that is sent again is signed with the time of that try. */
  webhookRetrySignature: ['renewed', 'kept'],
} as const;

export type Choices = { -readonly [Key in keyof typeof CHOICES]: (typeof CHOICES)[Key][number] };

/** The default of every switch. */
export const FIRST_CHOICES = Object.fromEntries(
  Object.entries(CHOICES).map(([key, values]) => [key, values[0]]),
) as Choices;

/** @returns what is wrong with a value, or undefined when it may be chosen */
export function choiceComplaint(key: string, value: unknown): string | undefined {
  const values: readonly string[] | undefined = (CHOICES as Record<string, readonly string[]>)[key];
  return values && !values.includes(String(value)) ? `${key} must be one of ${values.join(', ')}` : undefined;
}
