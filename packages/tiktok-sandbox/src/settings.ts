import {
  businessProblem,
  type BusinessSettings,
  DEFAULT_BUSINESS_SETTINGS,
} from './business/business-settings.js';
import { type Latency, latencyProblem } from './http/latency.js';
import { oddListsProblem } from './odd-lists/oddities.js';
import { type PullHosts, pullHostsProblem } from './pulls/pull-hosts.js';
import { type Choices, choiceProblem, FIRST_CHOICES } from './setting-choices.js';

/** How many calls or posts are allowed; 0 turns a limit off. Source: reference §7. */
export interface Limits {
  /** `/v2/user/info/`, calls per minute (`displayLimitPer`). */
  userInfo: number;
  /** `/v2/video/list/`, calls per minute (`displayLimitPer`). */
  videoList: number;
  /** `/v2/video/query/`, calls per minute (`displayLimitPer`). */
  videoQuery: number;
  /** Creator info, calls per minute for each access token. */
  creatorInfo: number;
  /** Each of the three init endpoints, calls per minute for each access token (`initLimit`). */
  init: number;
  /** Publish status, calls per minute for each access token. */
  status: number;
  /** Publish cancel, calls per minute for each access token; TikTok publishes no number. */
  cancel: number;
  /** Token, revoke and QR endpoints together, calls per minute for each app; TikTok publishes no number. */
  oauth: number;
  /** Direct posts of one creator in 24 hours. */
  postsPerDay: number;
  /** Drafts of one creator that wait in the inbox, within 24 hours. */
  pendingShares: number;
  /** Creators that may post through an unaudited app in 24 hours. */
  unauditedUsersPerDay: number;
  /** Creators that may post through an audited app in 24 hours; agreed with TikTok at the audit. */
  activeUsersPerDay: number;
}

/** All settings of the sandbox. Change them at run time with `POST /__sandbox/settings`. */
export interface Settings extends Choices {
  /** Names the world: the same seed gives the same accounts, ids and counter curves. */
  seed: number;
  /** True if TikTok has audited the app. Unaudited apps post only `SELF_ONLY`, only to private accounts. */
  audited: boolean;
  /** True if the app was ever approved. Without approval every login fails. */
  appApproved: boolean;
  /** When not empty, the app is a sandbox app: only these usernames may log in, and nothing is public. */
  targetUsers: string[];
  /** How long a rotated refresh token still works. TikTok documents no such grace period. */
  rotationGraceSeconds: number;
  /** Exact redirect URIs, `*` as the port of a loopback one; empty means any http(s) URL of this machine. */
  redirectUris: string[];
  /** Where webhooks are sent; empty: nowhere. */
  webhookUrl: string;
  /** Wait before the first retry of a webhook; it doubles each time. */
  webhookRetryMs: number;
  /** 0: unlimited within `webhookGiveUpHours`. */
  webhookMaxAttempts: number;
  webhookGiveUpHours: number;
  /** Drops every event, as if TikTok had lost it: none is delivered later. */
  webhooksLost: boolean;
  /** Delivers every event twice. */
  webhookDuplicates: boolean;
  /** Each event first waits a random time up to this, so that events arrive out of order. */
  webhookJitterMs: number;
  /** True if a revoke through the API also emits `authorization.removed` (not observed at TikTok). */
  webhookOnRevoke: boolean;
  /** From the last byte to PUBLISH_COMPLETE or SEND_TO_USER_INBOX. */
  processingMs: number;
  /** From PUBLISH_COMPLETE to the public post id. */
  moderationMs: number;
  /** How long a PULL_FROM_URL download takes. */
  downloadMs: number;
  /** Largest upload, in bytes, that is hashed with SHA-256 as it streams. Hashing halves the speed. */
  hashUploadsUpTo: number;
  /** Keep the bytes of uploads in memory, to be read from `/__sandbox/uploads/<publish_id>`. */
  keepUploads: boolean;
  /** Domains (`example.com`) and URL prefixes (`https://a.example/media/`) verified for PULL_FROM_URL. */
  verifiedUrls: string[];
  /**
   * Local origins that stand for domains, e.g. `{"media.example.com": "http://127.0.0.1:3000"}`: pulls from them are
   * really fetched. Other pulls are only simulated.
   */
  pullHosts: PullHosts;
  /** Time limit for one file, in real time. TikTok's pulls end after an hour. */
  pullTimeoutMs: number;
  /** The least time that an API call takes, as a number or a range. TikTok takes 800 to 1,300 ms. */
  latencyMs: Latency;
  rateLimits: boolean;
  limits: Limits;
  /** Unusual responses to lists; see `odd-lists/oddities.ts`. `all` combines all of them. */
  oddLists: string[];
  /** The settings of the Business API. */
  business: BusinessSettings;
}

export const DEFAULT_SETTINGS: Settings = {
  ...FIRST_CHOICES,
  seed: 1,
  audited: true,
  appApproved: true,
  targetUsers: [],
  rotationGraceSeconds: 0,
  redirectUris: [],
  webhookUrl: '',
  webhookRetryMs: 1_000,
  webhookMaxAttempts: 0,
  webhookGiveUpHours: 72,
  webhooksLost: false,
  webhookDuplicates: false,
  webhookJitterMs: 0,
  webhookOnRevoke: true,
  processingMs: 300,
  moderationMs: 700,
  downloadMs: 300,
  hashUploadsUpTo: 200_000_000,
  keepUploads: false,
  verifiedUrls: ['example.com'],
  pullHosts: {},
  pullTimeoutMs: 30_000,
  latencyMs: 0,
  rateLimits: true,
  limits: {
    userInfo: 600,
    videoList: 600,
    videoQuery: 600,
    creatorInfo: 20,
    init: 6,
    status: 30,
    cancel: 0,
    oauth: 0,
    postsPerDay: 15,
    pendingShares: 5,
    unauditedUsersPerDay: 5,
    activeUsersPerDay: 0,
  },
  oddLists: [],
  business: DEFAULT_BUSINESS_SETTINGS,
};

/** Settings as a caller gives them: all optional. */
export type SettingsInput = Partial<Omit<Settings, 'limits' | 'business'>> & {
  limits?: Partial<Limits>;
  business?: Partial<BusinessSettings>;
};

/** Merges `input` over the defaults; keys with the value `undefined` count as missing. */
export function withDefaults(input: SettingsInput, base: Settings = DEFAULT_SETTINGS): Settings {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  return {
    ...base,
    ...given,
    limits: { ...base.limits, ...input.limits },
    business: { ...base.business, ...input.business },
  };
}

const MAX_TARGET_USERS = 10;

/** @returns what is wrong with settings of the right types, or undefined */
export function settingsProblem(settings: Settings): string | undefined {
  const { latencyMs, ...rest } = settings;
  for (const [key, value] of Object.entries({ ...rest, ...settings.limits })) {
    const choice = choiceProblem(key, value);
    if (choice) return choice;
    if (typeof value === 'number' && !(value >= 0)) return `${key} must be a number from 0`;
    if (Array.isArray(value) && !value.every((item) => typeof item === 'string'))
      return `${key} must be a list of strings`;
  }
  if (settings.targetUsers.length > MAX_TARGET_USERS)
    return `targetUsers may name ${MAX_TARGET_USERS} accounts`;
  return (
    latencyProblem(latencyMs) ??
    oddListsProblem(settings.oddLists) ??
    pullHostsProblem(settings.pullHosts) ??
    businessProblem(settings.business)
  );
}

/** True if the app counts as audited. A sandbox app never does. */
export function isAudited(settings: Settings): boolean {
  return settings.audited && settings.targetUsers.length === 0;
}
