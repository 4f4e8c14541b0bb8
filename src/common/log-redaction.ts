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

/** A URL without its query: upload signatures and OAuth codes travel there. */
export function withoutQuery(url: string | undefined): string {
  return url?.split('?', 1)[0] ?? '';
}
