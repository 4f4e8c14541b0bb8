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

/** Paths of pino's `redact`: nothing secret reaches a log line, at any of the first two levels. */
export const REDACTED_PATHS = SECRET_KEYS.flatMap((key) => [key, `*.${key}`]);

// TikTok's links cannot have a query, so these carry their signature in the path.
const SIGNED_PATH = /(\/tiktok-verification\/media\/[^/\s]*\/)[^.\s]*/;

/** A URL as it may be written down: without its query, where OAuth codes travel, and without any signature. */
export function withoutSecrets(url: string | undefined): string {
  return (url?.split('?', 1)[0] ?? '').replace(SIGNED_PATH, '$1…');
}
