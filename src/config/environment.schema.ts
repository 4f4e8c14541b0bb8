import { CronTime, validateCronExpression } from 'cron';
import { z } from 'zod';
import { accountScopes } from './account-scopes.js';
import { DOMAIN, ownershipFiles, verifiedUrls } from './pull-settings.js';
import { reconnectUrl } from './reconnect-url.js';
import {
  emailSender,
  flag,
  host,
  identifier,
  list,
  listOf,
  oneOf,
  origin,
  origins,
  serverAddress,
  webAddress,
  wholeNumber,
} from './setting-kinds.js';
import { MAX_FILE_BYTES, MAX_RETENTION_DAYS, uploadLimits, YEAR_SECONDS } from './upload-limits.js';

/** Whether a cron expression means any time at all, as `0 0 31 2 *` does not. Of what is no expression this says nothing. */
function comes(expression: string): boolean {
  if (!validateCronExpression(expression).valid) return true;
  try {
    return Boolean(new CronTime(expression, 'UTC').sendAt());
  } catch {
    return false;
  }
}

/**
 * Every environment variable the service reads, with its default and one sentence for operators.
 * `.env.example` is checked against this list by `env-example.spec.ts`.
 */

const cron = z
  .string()
  .refine(
    (value) => validateCronExpression(value).valid,
    'must be a valid cron expression such as */15 * * * *',
  )
  .refine(comes, 'must name a time that comes: no such day is in the calendar');
const seconds = wholeNumber(1, 3600);
const perMinute = wholeNumber(0, 1_000_000);
const FLAGS = new Map([
  ['true', 1],
  ['false', 0],
]);
const proxies = z
  .string()
  .transform((value) => FLAGS.get(value) ?? (/^\d{1,2}$/.test(value) ? Number(value) : Number.NaN))
  .refine((count) => count <= 10, 'must be true, false or the number of proxies, at most 10');
const text = z.string().min(1);
const folder = text.refine(
  (value) => !/^~(\/|$)|\$[A-Za-z{]/.test(value),
  'must be written out: ~ and $ mean nothing here',
);
const postgres = serverAddress(/^postgres(ql)?$/, 'postgres://user:password@host:5432/database');
// Some S3-compatible stores have a path in it.
const endpoint = webAddress
  .refine((url) => !url.includes('?'), 'must not contain a query (?)')
  .transform((url) => url.replace(/\/+$/, ''));

export const environmentSchema = z.object({
  NODE_ENV: oneOf(['development', 'test', 'production']).default('development'),
  APP_ROLE: oneOf(['all', 'api', 'worker']).default('all').describe('What this process does'),
  PORT: wholeNumber(0, 65_535).default(3000).describe('Where HTTP listens'),
  HOST: host.optional().describe('Address to bind; 127.0.0.1, and 0.0.0.0 in production'),
  PUBLIC_URL: origin.optional().describe('How browsers and TikTok reach this service'),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TRUST_PROXY: proxies.default(0).describe('Proxies in front whose X-Forwarded-For is believed; true: one'),

  API_DOCS: flag.optional().describe('The page /api/docs and its document; on, and off in production'),
  RATE_LIMIT_READS: perMinute
    .default(600)
    .describe('Reads a minute of one user in one organisation; 0: no limit'),
  RATE_LIMIT_WRITES: perMinute.default(120).describe('The same for calls that change something'),
  RATE_LIMIT_PUBLIC: perMinute
    .default(1200)
    .describe('Calls a minute from one address to what needs no token, and refused tokens; 0: no limit'),
  RATE_LIMIT_UPLOADS: perMinute
    .default(60)
    .describe('Attempts a minute to send a file to one link; 0: no limit'),

  DATA_DIR: folder.default('.data').describe('Embedded Postgres, staged uploads, dev secrets'),
  DATABASE_URL: postgres.optional().describe('Postgres; embedded when unset'),
  DATABASE_OWNER_URL: postgres
    .optional()
    .describe('Owner of the tables, used for migrations only; DATABASE_URL when unset'),
  DATABASE_SYSTEM_URL: postgres
    .optional()
    .describe('Login for work across organisations; DATABASE_OWNER_URL, then DATABASE_URL when unset'),
  DATABASE_POOL_SIZE: wholeNumber(2, 200)
    .default(10)
    .describe("Connections of this process: half for tenants' work, half for system work"),
  DATABASE_ALLOW_NEWER_SCHEMA: flag
    .default(false)
    .describe('true: start on a database that a newer version has migrated'),
  REDIS_URL: serverAddress(/^rediss?$/, 'redis://:password@host:6379/0')
    .refine(
      (url) => !URL.canParse(url) || /^\/?\d*$/.test(new URL(url).pathname),
      'must end with the number of a database',
    )
    .optional()
    .describe('Bull queue; in-process when unset'),
  REDIS_PREFIX: z
    .string()
    .regex(/^[\w.-]{1,64}$/, 'must be 1 to 64 letters, digits, dots, dashes or underscores')
    .optional()
    .describe('Keeps the jobs of installations on one Redis apart; the identity of the database when unset'),

  JWT_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .optional()
    .describe('HS256 secret of at least 32 characters'),
  JWT_JWKS_URL: webAddress.optional().describe('JWKS of your identity provider; wins over JWT_SECRET'),
  JWT_ISSUER: text.optional().describe('Expected "iss"'),
  JWT_AUDIENCE: text.optional().describe('Expected "aud"'),
  RETURN_URL_ORIGINS: origins.optional().describe('Origins that OAuth may send the browser back to'),
  CORS_ORIGINS: origins.optional().describe('Origins whose pages may call; RETURN_URL_ORIGINS when unset'),
  TOKEN_ENCRYPTION_KEYS: list.optional().describe('id:base64 of 32 bytes, newest first, comma separated'),

  TIKTOK_CLIENT_KEY: identifier.optional().describe('TikTok for Developers app'),
  TIKTOK_CLIENT_SECRET: identifier.optional(),
  TIKTOK_BUSINESS_APP_ID: identifier.optional().describe('TikTok API for Business app'),
  TIKTOK_BUSINESS_SECRET: identifier.optional(),
  TIKTOK_APP_AUDITED: flag.default(true).describe('false: only private posts until TikTok has audited'),
  TIKTOK_AUTH_BASE_URL: origin.default('https://www.tiktok.com'),
  TIKTOK_API_BASE_URL: origin.default('https://open.tiktokapis.com'),
  TIKTOK_BUSINESS_BASE_URL: origin.default('https://business-api.tiktok.com'),
  TIKTOK_BUSINESS_API_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/, 'must look like v1.3')
    .default('v1.3'),
  TIKTOK_BUSINESS_TIER: oneOf(['basic', 'advanced', 'premium', 'ultimate'])
    .default('basic')
    .describe('Level of the Business app: sets its rate limits'),
  TIKTOK_BUSINESS_ACCOUNT_SCOPES: accountScopes.describe(
    'What the consent for comments and insights asks for',
  ),
  TIKTOK_REHEARSAL: flag
    .default(false)
    .describe('true: production mode against a sandbox on this machine, over http'),
  TIKTOK_KEEP_RATE_LIMITS: flag.default(true).describe('false: only against the sandbox'),
  TIKTOK_UPLOAD_HOSTS: listOf((item) => DOMAIN.test(item), 'must be a domain such as tiktokapis.com')
    .default(['tiktokapis.com'])
    .describe('Domains an upload_url may point at, besides TIKTOK_API_BASE_URL'),
  TIKTOK_VERIFIED_URLS: verifiedUrls
    .default([])
    .describe('Domains and prefixes verified in the TikTok app, from which it may fetch media'),
  TIKTOK_VERIFICATION_FILES: ownershipFiles
    .default(new Map())
    .describe('JSON of ownership files, name and content, served below /tiktok-verification/'),
  MEDIA_PUBLIC_URL: origin.optional().describe('Where TikTok fetches media from; PUBLIC_URL when unset'),

  SMTP_URL: serverAddress(/^smtps?$/, 'smtp://user:password@host:587')
    .optional()
    .describe('Mail server for notifications; none when unset'),
  NOTIFY_EMAIL_TO: list
    .transform((addresses) => [...new Set(addresses)])
    .optional()
    .describe('Comma list of who gets notifications by e-mail'),
  NOTIFY_EMAIL_FROM: emailSender.optional().describe('Sender of those e-mails'),
  NOTIFY_WEBHOOK_URL: webAddress
    .optional()
    .describe('Where notifications are posted, signed by the Standard Webhooks scheme'),
  NOTIFY_WEBHOOK_SECRET: z
    .string()
    .optional()
    .describe('whsec_ and base64 of 24 to 64 bytes, shared with that endpoint'),

  ADMIN_UI_RECONNECT_URL: reconnectUrl
    .optional()
    .describe('Where notifications send people to connect again; links of this service when unset'),

  MAX_UPLOAD_BYTES: wholeNumber(1, MAX_FILE_BYTES)
    .default(MAX_FILE_BYTES)
    .describe('Largest video taken; TikTok allows 4 GB'),
  MAX_STAGED_BYTES: wholeNumber(1)
    .default(50_000_000_000)
    .describe('What one organisation may have here at a time'),
  MAX_UNFINISHED_POSTS: wholeNumber(0)
    .default(500)
    .describe('Posts of one organisation that nothing was done with yet; 0: no limit'),
  UPLOAD_LIMITS: uploadLimits.default(new Map()).describe('JSON of organisations and their own limits'),
  UPLOAD_IDLE_SECONDS: seconds.default(60).describe('How long an upload may send nothing'),
  SHUTDOWN_GRACE_SECONDS: seconds.default(20).describe('How long requests may take when the service stops'),
  UPLOAD_URL_TTL_SECONDS: wholeNumber(60, YEAR_SECONDS).default(3600),
  UPLOAD_RESUME_SECONDS: wholeNumber(60, YEAR_SECONDS)
    .default(86_400)
    .describe('How long a resumable upload may take'),
  UPLOAD_RETENTION_DAYS: wholeNumber(1, MAX_RETENTION_DAYS)
    .default(7)
    .describe('How long an upload is kept that nobody publishes'),
  UPLOAD_KEEP_FAILED_HOURS: wholeNumber(0, 720)
    .default(24)
    .describe('How long the files of a failed post stay for another attempt; 0: not at all'),
  TIKTOK_POSTS_PER_DAY: wholeNumber(1, 1_000_000)
    .default(15)
    .describe('Direct posts of an account in 24 hours; TikTok says about 15'),
  TIKTOK_ACTIVE_USERS_PER_DAY: wholeNumber(1, 1_000_000_000)
    .optional()
    .describe(
      'Accounts that may post through the app in 24 hours; 5 until it is audited, then none is known',
    ),
  SCHEDULE_GRACE_HOURS: wholeNumber(1, 8760)
    .default(24)
    .describe('A planned post that could not go for so long is not posted unasked'),
  S3_BUCKET: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,255}$/, 'must be the name of a bucket, without blanks or slashes')
    .optional()
    .describe('Where uploads are staged; DATA_DIR/uploads when unset'),
  S3_REGION: identifier.default('us-east-1'),
  S3_ENDPOINT: endpoint.optional().describe('Of an S3-compatible store; AWS when unset'),
  S3_PATH_STYLE: flag.default(false).describe('The bucket in the path, as many S3-compatible stores want it'),
  S3_PREFIX: z
    .string()
    .regex(
      /^((?!\.{1,2}\/)[A-Za-z0-9._-]+\/)*$/,
      'must be empty or a path such as uploads/, without . and .. in it',
    )
    .default('uploads/'),
  S3_ACCESS_KEY_ID: identifier.optional().describe("The AWS SDK's usual places when unset"),
  S3_SECRET_ACCESS_KEY: identifier.optional(),
  REMOVED_ACCESS_PURGE_DAYS: wholeNumber(1, MAX_RETENTION_DAYS)
    .default(30)
    .describe('Data of an account goes so long after its user took the access away'),
  // TikTok repeats deliveries for three days, and a repeated one must still be known.
  WEBHOOK_RETENTION_DAYS: wholeNumber(4, MAX_RETENTION_DAYS)
    .default(30)
    .describe('How long a webhook event is kept that concerns no integration'),
  SYNC_CRON: cron.default('*/15 * * * *').describe('When engagement is synced; UTC'),
  SANDBOX_PORT: wholeNumber(0, 65_535).optional().describe('Sandbox of npm start; 4010'),
});

/** The variables after parsing: typed, defaults filled in. */
export type Environment = z.output<typeof environmentSchema>;
