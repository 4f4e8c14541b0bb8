import { flag, host, oneOf, origin, proxies, seconds, wholeNumber, type Env } from '../setting-kinds.js';
import type { callerSettings } from './caller.settings.js';

const callsPerMinute = wholeNumber(0, 1_000_000);

/** Settings of the process and of its HTTP server. */
export const processSettings = {
  NODE_ENV: oneOf(['development', 'test', 'production'])
    .default('development')
    .describe('development, test or production. production refuses development defaults'),
  APP_ROLE: oneOf(['all', 'api', 'worker'])
    .default('all')
    .describe('all, api (HTTP only) or worker (jobs and schedules only)'),
  PORT: wholeNumber(0, 65_535).default(3000).describe('HTTP port'),
  HOST: host.optional().describe('Address to bind. Unset: 127.0.0.1; in production 0.0.0.0'),
  PUBLIC_URL: origin
    .optional()
    .describe('Address at which browsers and TikTok reach this service, without a path. (production, https)'),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('fatal, error, warn, info, debug, trace or silent'),
  TRUST_PROXY: proxies
    .default(0)
    .describe(
      "true if one reverse proxy adds the caller's address to X-Forwarded-For; a number for a chain of proxies",
    ),
  ALLOW_PRIVATE_ADDRESSES: flag
    .default(false)
    .describe(
      'true: addresses that users give (CRM webhooks, files of ads) may be in your network, and webhooks without TLS. For ' +
        'development: a user could reach your servers',
    ),
  API_DOCS: flag
    .optional()
    .describe('true: serve /api/docs and /api/openapi.json to everyone. Unset: true; in production false'),
  RATE_LIMIT_READS: callsPerMinute
    .default(600)
    .describe(
      "Reads per minute of one user in one organisation. An idle caller may use two minutes' worth at once; calls above " +
        'that get 429. 0: no limit. See docs/http.md',
    ),
  RATE_LIMIT_WRITES: callsPerMinute
    .default(120)
    .describe('The same for calls that change something. 0: no limit'),
  RATE_LIMIT_PUBLIC: callsPerMinute
    .default(1200)
    .describe(
      'Calls per minute from one address that need no token or have an invalid one. 0: no limit. Behind a proxy set ' +
        "TRUST_PROXY, or all callers share the proxy's address",
    ),
  RATE_LIMIT_UPLOADS: callsPerMinute
    .default(60)
    .describe(
      'Attempts per minute to send a file to one upload link; a resumable upload may send 20 times as many pieces. ' +
        '0: no limit',
    ),
  UPLOAD_IDLE_SECONDS: seconds
    .default(60)
    .describe('Seconds without a byte after which the connection of an upload is closed'),
  SHUTDOWN_GRACE_SECONDS: seconds
    .default(20)
    .describe('Seconds that running requests get at shutdown; the process exits at most 5 s later'),
};

const DEVELOPMENT_RETURN_ORIGINS = ['https://admin.example', 'http://localhost:5173'];

type HttpEnv = Env<typeof processSettings & typeof callerSettings>;

/** The addresses of the service, and the origins whose pages may use it. */
export function toAddresses(env: HttpEnv) {
  const production = env.NODE_ENV === 'production';
  const publicUrl = env.PUBLIC_URL ?? `http://127.0.0.1:${env.PORT}`;
  return {
    publicUrl,
    returnUrlOrigins: production ? (env.RETURN_URL_ORIGINS ?? []) : developmentOrigins(env, publicUrl),
    /** Return page for a consent without an admin UI; undefined in production, which has no such page. */
    returnPage: production ? undefined : `${publicUrl}/connect/done`,
  };
}

type Addresses = ReturnType<typeof toAddresses>;

export function toHttpSettings(env: HttpEnv, { publicUrl, returnUrlOrigins }: Addresses) {
  const production = env.NODE_ENV === 'production';
  return {
    port: env.PORT,
    host: env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    /** Origin without a trailing slash. */
    publicUrl,
    trustProxy: env.TRUST_PROXY,
    logLevel: env.LOG_LEVEL,
    corsOrigins: env.CORS_ORIGINS ?? returnUrlOrigins,
    docs: env.API_DOCS ?? !production,
    rateLimits: {
      reads: env.RATE_LIMIT_READS,
      writes: env.RATE_LIMIT_WRITES,
      public: env.RATE_LIMIT_PUBLIC,
      uploads: env.RATE_LIMIT_UPLOADS,
    },
    /** Milliseconds without a byte after which a body's connection is closed. */
    idleMs: env.UPLOAD_IDLE_SECONDS * 1000,
    /** Milliseconds that running requests get at shutdown. */
    graceMs: env.SHUTDOWN_GRACE_SECONDS * 1000,
  };
}

/** Calls per minute of each kind; 0: no limit. */
export type RateLimits = ReturnType<typeof toHttpSettings>['rateLimits'];

/** In development a consent may always return to the service's own page, under each of its addresses. */
function developmentOrigins({ RETURN_URL_ORIGINS: given, PORT: port }: HttpEnv, publicUrl: string): string[] {
  const own = [publicUrl, `http://127.0.0.1:${port}`, `http://localhost:${port}`];
  return [...new Set(given ? [...given, ...own] : [...own, ...DEVELOPMENT_RETURN_ORIGINS])];
}
