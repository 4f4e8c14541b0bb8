import type { Environment } from './environment.schema.js';

const DEVELOPMENT_RETURN_ORIGINS = ['https://admin.example', 'http://localhost:5173'];

/** The addresses of the service, and the origins whose pages may use it. */
export function toAddresses(env: Environment) {
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

export function toHttpSettings(env: Environment, { publicUrl, returnUrlOrigins }: Addresses) {
  const production = env.NODE_ENV === 'production';
  return {
    port: env.PORT,
    host: env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    /** Origin without a trailing slash. */
    publicUrl,
    /** Number of trusted proxies in front. */
    trustProxy: env.TRUST_PROXY,
    logLevel: env.LOG_LEVEL,
    /** Origins whose pages may call from a browser. */
    corsOrigins: env.CORS_ORIGINS ?? returnUrlOrigins,
    /** True if /api/docs and /api/openapi.json are served. */
    docs: env.API_DOCS ?? !production,
    rateLimits: toRateLimits(env),
    /** Milliseconds without a byte after which a body's connection is closed. */
    idleMs: env.UPLOAD_IDLE_SECONDS * 1000,
    /** Milliseconds that running requests get at shutdown. */
    graceMs: env.SHUTDOWN_GRACE_SECONDS * 1000,
  };
}

/** Calls per minute; 0: no limit. */
function toRateLimits(env: Environment) {
  return {
    /** Of one user in one organisation. */
    reads: env.RATE_LIMIT_READS,
    writes: env.RATE_LIMIT_WRITES,
    /** From one address. */
    public: env.RATE_LIMIT_PUBLIC,
    /** To one upload link. */
    uploads: env.RATE_LIMIT_UPLOADS,
  };
}

/** Calls per minute of each kind; 0: no limit. */
export type RateLimits = ReturnType<typeof toRateLimits>;

/** In development a consent may always return to the service's own page, under each of its addresses. */
function developmentOrigins(
  { RETURN_URL_ORIGINS: given, PORT: port }: Environment,
  publicUrl: string,
): string[] {
  const own = [publicUrl, `http://127.0.0.1:${port}`, `http://localhost:${port}`];
  return [...new Set(given ? [...given, ...own] : [...own, ...DEVELOPMENT_RETURN_ORIGINS])];
}
