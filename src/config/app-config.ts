import type { DatabaseSettings } from './database-settings.js';
import type { Environment } from './environment.schema.js';
import type { NotificationSettings } from './notification-settings.js';
import type { PullSettings } from './pull-settings.js';
import type { UploadSettings } from './upload-settings.js';

/** A key that encrypts TikTok tokens at rest. */
export interface EncryptionKey {
  id: string;
  /** 32 bytes, AES-256. */
  key: Buffer;
}

/** Credentials of one TikTok app. */
export interface TikTokApp {
  id: string;
  secret: string;
}

export type BusinessTier = Environment['TIKTOK_BUSINESS_TIER'];

/** Calls a minute; 0: no limit. */
export interface RateLimits {
  /** Of one user in one organisation. */
  reads: number;
  writes: number;
  /** From one address. */
  public: number;
  /** To one upload link. */
  uploads: number;
}

type AppConfigValues = Omit<AppConfig, 'servesApi' | 'runsJobs' | 'notices'>;

const REHEARSAL =
  'This is a rehearsal (TIKTOK_REHEARSAL=true): a sandbox stands in for TikTok, and no post reaches TikTok.';

/** The service's settings, parsed once at start. Inject the class; nobody else reads the environment. */
export class AppConfig {
  readonly production: boolean;
  /** Settings whose value had blanks, quotes or line ends around it, which are ignored. */
  readonly tidiedKeys: readonly string[];
  readonly role: Environment['APP_ROLE'];
  readonly http: {
    port: number;
    host: string;
    /** Origin without a trailing slash. */
    publicUrl: string;
    /** How many proxies in front are believed when they say who calls. */
    trustProxy: number;
    logLevel: Environment['LOG_LEVEL'];
    /** Of pages that may call from a browser. */
    corsOrigins: readonly string[];
    /** Whether /api/docs and /api/openapi.json are served. */
    docs: boolean;
    rateLimits: RateLimits;
    /** How long a sender may be silent in the middle of a body. */
    idleMs: number;
    /** How long requests under way may take when the service stops. */
    graceMs: number;
  };
  readonly dataDir: string;
  readonly database: DatabaseSettings;
  readonly redisUrl: string | undefined;
  /** Of the keys of jobs in Redis; undefined: made from the database's identity. */
  readonly redisPrefix: string | undefined;
  readonly jwt: { secret?: string; jwksUrl?: string; issuer: string; audience: string };
  readonly returnUrlOrigins: readonly string[];
  /** Where a consent can end without an admin UI; undefined in production, which has no such page. */
  readonly returnPage: string | undefined;
  /** Newest first: the first encrypts, all decrypt. */
  readonly encryptionKeys: readonly [EncryptionKey, ...EncryptionKey[]];
  readonly tiktok: {
    /** Production mode is tried out against a sandbox on this machine. */
    rehearsal: boolean;
    login: TikTokApp;
    business: TikTokApp | undefined;
    audited: boolean;
    authBaseUrl: string;
    apiBaseUrl: string;
    businessBaseUrl: string;
    /** `v1.3`; part of every path of the Business API. */
    businessApiVersion: string;
    /** The level of the Business app, which sets its rate limits. */
    businessTier: BusinessTier;
    /** What the consent for comments and insights asks for. */
    accountScopes: readonly string[];
    /** Whether calls are held back so that TikTok's rate limits are kept. */
    keepsRateLimits: boolean;
    uploadHosts: readonly string[];
  };
  readonly uploads: UploadSettings;
  /** Media that TikTok fetches itself. */
  readonly pulls: PullSettings;
  /** TikTok's limits of posts; `activeUsersPerDay` undefined: none is known. */
  readonly quotas: { postsPerDay: number; activeUsersPerDay: number | undefined };
  /** Posts of an organisation that are awaited or ready, at most; 0: no limit. */
  readonly maxUnfinishedPosts: number;
  /** How late a planned post may be and still go by itself. */
  readonly scheduleGraceHours: number;
  /** How long after its user took the access away the data of an account stays. */
  readonly removedAccessPurgeDays: number;
  /** How long a webhook event stays that concerns no integration. */
  readonly webhookRetentionDays: number;
  readonly syncCron: string;
  /** Of the admin UI, with placeholders such as `{integrationId}`; undefined: links of this service are used. */
  readonly reconnectUrl: string | undefined;
  /** Of the admin UI, with placeholders such as `{publicationId}`; undefined: notices lead to the account at TikTok. */
  readonly publicationUrl: string | undefined;
  readonly notifications: NotificationSettings;

  constructor(values: AppConfigValues) {
    Object.assign(this, values);
  }

  /** What an operator should mend although the service can start with it, in sentences that show no value. */
  get notices(): string[] {
    const keys = this.tidiedKeys.join(', ');
    return [
      ...(keys
        ? [`Blanks, quotes or line ends around these settings are ignored: ${keys}. Remove them.`]
        : []),
      ...(this.tiktok.rehearsal ? [REHEARSAL] : []),
    ];
  }

  /** Whether this process answers the HTTP API. */
  get servesApi(): boolean {
    return this.role !== 'worker';
  }

  /** Whether this process runs jobs and schedules. */
  get runsJobs(): boolean {
    return this.role !== 'api';
  }
}
