import {
  businessComplaint,
  type BusinessSettings,
  DEFAULT_BUSINESS_SETTINGS,
} from './business/business-settings.js';
import { type Latency, latencyComplaint } from './http/latency.js';
import { oddListsComplaint } from './odd-lists/oddities.js';
import { type PullHosts, pullHostsComplaint } from './pulls/pull-hosts.js';
import { type Choices, choiceComplaint, FIRST_CHOICES } from './setting-choices.js';

/** How many calls or posts are allowed; 0 switches one limit off. Source: reference §7. */
export interface Limits {
  /** `/v2/user/info/`, calls a minute (`displayLimitPer`). */
  userInfo: number;
  /** `/v2/video/list/`, calls a minute (`displayLimitPer`). */
  videoList: number;
  /** `/v2/video/query/`, calls a minute (`displayLimitPer`). */
  videoQuery: number;
  /** Creator info, calls a minute for each access token. */
  creatorInfo: number;
  /** Each of the three init endpoints, calls a minute for each access token (`initLimit`). */
  init: number;
  /** Publish status, calls a minute for each access token. */
  status: number;
  /** Publish cancel, calls a minute for each access token; TikTok publishes no number. */
  cancel: number;
  /** Token, revoke and QR endpoints together, calls a minute for each app; TikTok publishes no number. */
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

/** Every switch of the sandbox. All can be changed while it runs, by `POST /__sandbox/settings`. */
export interface Settings extends Choices {
  /** Names the world: the same seed gives the same accounts, ids and counter curves. */
  seed: number;
  /** Whether TikTok has audited the app; unaudited apps post only to private accounts, only `SELF_ONLY`. */
  audited: boolean;
  /** Whether the app was ever approved; if not, nobody may log in with it. */
  appApproved: boolean;
  /** When not empty, the app is a sandbox app: only these usernames may log in, and nothing is public. */
  targetUsers: string[];
  /** How long a refresh token that was rotated away still works; nothing is known of such a grace. */
  rotationGraceSeconds: number;
  /** Exact redirect URIs, `*` as the port of a loopback one; empty means any http(s) URL of this machine. */
  redirectUris: string[];
  /** Where webhooks go; empty means nowhere. */
  webhookUrl: string;
  /** First wait before a webhook is sent again; it doubles each time. */
  webhookRetryMs: number;
  /** 0: as often as fits into `webhookGiveUpHours`. */
  webhookMaxAttempts: number;
  webhookGiveUpHours: number;
  /** Every event is delivered twice. */
  webhookDuplicates: boolean;
  /** Each event waits a random time up to this first, so that they arrive out of order. */
  webhookJitterMs: number;
  /** Whether revoking through the API also emits `authorization.removed` (not observed at TikTok). */
  webhookOnRevoke: boolean;
  /** From the last byte to PUBLISH_COMPLETE or SEND_TO_USER_INBOX. */
  processingMs: number;
  /** From PUBLISH_COMPLETE to the public post id. */
  moderationMs: number;
  /** How long a PULL_FROM_URL download takes. */
  downloadMs: number;
  /** Uploads up to so many bytes are hashed with SHA-256 as they stream; hashing halves the speed. */
  hashUploadsUpTo: number;
  /** Keep the bytes of uploads in memory, to be read from `/__sandbox/uploads/<publish_id>`. */
  keepUploads: boolean;
  /** Domains (`example.com`) and URL prefixes (`https://a.example/media/`) verified for PULL_FROM_URL. */
  verifiedUrls: string[];
  /**
   * Where the files of a domain really are, e.g. `{"media.example.com": "http://127.0.0.1:3000"}`: pulls from it are
   * then fetched there. What is not named here is only pretended to be fetched.
   */
  pullHosts: PullHosts;
  /** How long one file may take, in real time; TikTok's pulls end after an hour. */
  pullTimeoutMs: number;
  /** How long every API call takes at least, as a number or from one to another: TikTok takes 800 to 1,300. */
  latencyMs: Latency;
  rateLimits: boolean;
  limits: Limits;
  /** Ways in which lists answer oddly on purpose; see `odd-lists/oddities.ts`. `all` is all of them together. */
  oddLists: string[];
  /** The switches of the Business API. */
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

/** What a caller may leave out. */
export type SettingsInput = Partial<Omit<Settings, 'limits' | 'business'>> & {
  limits?: Partial<Limits>;
  business?: Partial<BusinessSettings>;
};

/** The defaults with `input` over them; keys given as `undefined` count as not given. */
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
export function settingsComplaint(settings: Settings): string | undefined {
  const { latencyMs, ...rest } = settings;
  for (const [key, value] of Object.entries({ ...rest, ...settings.limits })) {
    const choice = choiceComplaint(key, value);
    if (choice) return choice;
    if (typeof value === 'number' && !(value >= 0)) return `${key} must be a number from 0`;
    if (Array.isArray(value) && !value.every((item) => typeof item === 'string'))
      return `${key} must be a list of strings`;
  }
  if (settings.targetUsers.length > MAX_TARGET_USERS)
    return `targetUsers may name ${MAX_TARGET_USERS} accounts`;
  return (
    latencyComplaint(latencyMs) ??
    oddListsComplaint(settings.oddLists) ??
    pullHostsComplaint(settings.pullHosts) ??
    businessComplaint(settings.business)
  );
}

/** An app that TikTok has audited. A sandbox app never is. */
export function isAudited(settings: Settings): boolean {
  return settings.audited && settings.targetUsers.length === 0;
}
