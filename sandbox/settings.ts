/** How many calls or posts are allowed; 0 switches one limit off. Source: reference §7. */
export interface Limits {
  /** `/v2/user/info/`, calls a minute for each app. */
  userInfo: number;
  /** `/v2/video/list/`, calls a minute for each app. */
  videoList: number;
  /** `/v2/video/query/`, calls a minute for each app. */
  videoQuery: number;
  /** Creator info, calls a minute for each access token. */
  creatorInfo: number;
  /** Each of the three init endpoints, calls a minute for each access token. */
  init: number;
  /** Publish status, calls a minute for each access token. */
  status: number;
  /** Direct posts of one creator in 24 hours. */
  postsPerDay: number;
  /** Drafts of one creator that wait in the inbox, within 24 hours. */
  pendingShares: number;
  /** Creators that may post through an unaudited app in 24 hours. */
  unauditedUsersPerDay: number;
}

/** Every switch of the sandbox. All can be changed while it runs, by `POST /__sandbox/settings`. */
export interface Settings {
  /** Names the world: the same seed gives the same accounts, ids and counter curves. */
  seed: number;
  /** Whether TikTok has audited the app; unaudited apps post only to private accounts, only `SELF_ONLY`. */
  audited: boolean;
  /** `2026-11`: 2 h / 180 d, strict rotation. `legacy`: 24 h / 365 d, the refresh token stays. */
  tokenProfile: '2026-11' | 'legacy';
  /** TikTok's status for OAuth errors is undocumented: 200 was reported, others model 400 and 401. */
  oauthErrorStatus: '200' | '4xx';
  /** Exact redirect URIs; empty means any http(s) URL of this machine. */
  redirectUris: string[];
  /** Where webhooks go; empty means nowhere. */
  webhookUrl: string;
  /** First wait before a webhook is sent again; it doubles each time. */
  webhookRetryMs: number;
  webhookMaxAttempts: number;
  /** Whether revoking through the API also emits `authorization.removed` (not observed at TikTok). */
  webhookOnRevoke: boolean;
  /** From the last byte to PUBLISH_COMPLETE or SEND_TO_USER_INBOX. */
  processingMs: number;
  /** From PUBLISH_COMPLETE to the public post id. */
  moderationMs: number;
  /** How long a PULL_FROM_URL download takes. */
  downloadMs: number;
  /** `both`: chunk sizes must be legal whether "MB" means 10^6 or 2^20; TikTok does not say which. */
  megabyte: 'both' | 'decimal' | 'binary';
  /** The upload's Content-Range progress: `count` is `0-{UPLOADED_BYTES}` as documented, `last` one less. */
  uploadProgress: 'count' | 'last';
  /** Domains (`example.com`) and URL prefixes (`https://a.example/media/`) verified for PULL_FROM_URL. */
  verifiedUrls: string[];
  rateLimits: boolean;
  limits: Limits;
}

export const DEFAULT_SETTINGS: Settings = {
  seed: 1,
  audited: true,
  tokenProfile: '2026-11',
  oauthErrorStatus: '200',
  redirectUris: [],
  webhookUrl: '',
  webhookRetryMs: 1_000,
  webhookMaxAttempts: 8,
  webhookOnRevoke: true,
  processingMs: 300,
  moderationMs: 700,
  downloadMs: 300,
  megabyte: 'both',
  uploadProgress: 'count',
  verifiedUrls: ['example.com'],
  rateLimits: true,
  limits: {
    userInfo: 600,
    videoList: 600,
    videoQuery: 600,
    creatorInfo: 20,
    init: 6,
    status: 30,
    postsPerDay: 15,
    pendingShares: 5,
    unauditedUsersPerDay: 5,
  },
};

/** What a caller may leave out. */
export type SettingsInput = Partial<Omit<Settings, 'limits'>> & { limits?: Partial<Limits> };

/** The defaults with `input` over them; keys given as `undefined` count as not given. */
export function withDefaults(input: SettingsInput, base: Settings = DEFAULT_SETTINGS): Settings {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  return { ...base, ...given, limits: { ...base.limits, ...input.limits } };
}
