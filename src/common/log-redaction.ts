const SECRET_KEYS = [
  'access_token',
  'refresh_token',
  'client_secret',
  'secret',
  'code',
  'authorization',
  'signature',
  'token',
];

/** Paths for pino's `redact`, which covers the first two levels of a log line. */
export const REDACTED_PATHS = SECRET_KEYS.flatMap((key) => [key, `*.${key}`]);

// Links for TikTok cannot have a query, so they carry their signature in the path.
const SIGNED_PATH = /(\/tiktok-verification\/media\/[^/\s]*\/)[^.\s]*/;

/** A URL that may be logged: without its query, which may contain OAuth codes, and without a signature. */
export function withoutSecrets(url: string | undefined): string {
  return (url?.split('?', 1)[0] ?? '').replace(SIGNED_PATH, '$1…');
}
