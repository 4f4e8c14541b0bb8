import type { AppConfig } from '../../config/index.js';
import { BUSINESS_SCOPE_ALIAS } from './scopes.js';
import type { Integration } from './integration.entity.js';
import { inBrackets } from './integration-text.js';
import type { Credential, CredentialFamily } from './credential.entity.js';

export const CAPABILITIES = [
  'publish_public',
  'publish_private',
  'draft',
  'list_videos',
  'profile',
  'read_comments',
  'manage_comments',
  'read_messages',
  'send_messages',
  'insights',
  'ads',
] as const;

/** Something that an integration can or cannot do. */
export type Capability = (typeof CAPABILITIES)[number];

export interface CapabilityState {
  capability: Capability;
  available: boolean;
  reason?: string;
  /** What an admin does about it. */
  fix?: string;
  /** For developers: the API call that the fix begins with, and a scope to request. */
  fixCall?: 'get-auth-url' | 'get-ads-auth-url';
  fixScope?: string;
}

/** The settings of our apps that capabilities depend on. */
export interface AppFacts {
  /** The scopes that the consent for comments and insights requests. */
  accountScopes: readonly string[];
  /** True once TikTok has audited our app. */
  audited: boolean;
}

/** What capabilities follow from. */
export interface CapabilityFacts extends AppFacts {
  integration: Pick<Integration, 'status' | 'statusReason' | 'requestedScopes'> & {
    messagingRefusal?: string | null;
  };
  /** Each family that the account has granted. */
  credentials: Partial<Record<CredentialFamily, CredentialFacts>>;
}

type CredentialFacts = Pick<Credential, 'scopes' | 'rejectedAt' | 'rejectedReason'> & {
  unreadableSince?: Date | null;
};

interface Need {
  family: CredentialFamily;
  scope?: string;
  audit?: boolean;
  /** TikTok has direct messages only for some accounts, whatever their owner grants. */
  messaging?: boolean;
}

/** Any one need is enough; when none is met, the first gives the reason. */
const NEEDS: Record<Capability, [Need, ...Need[]]> = {
  publish_public: [
    { family: 'login', scope: 'video.publish', audit: true },
    { family: 'account', scope: 'video.publish' },
  ],
  // The Business API posts only photos privately: its videos are public.
  publish_private: [
    { family: 'login', scope: 'video.publish' },
    { family: 'account', scope: 'video.publish' },
  ],
  draft: [
    { family: 'login', scope: 'video.upload' },
    { family: 'account', scope: 'video.upload' },
  ],
  list_videos: [{ family: 'login', scope: 'video.list' }],
  profile: [{ family: 'login', scope: 'user.info.basic' }],
  read_comments: [{ family: 'account', scope: 'comment.list' }],
  manage_comments: [{ family: 'account', scope: 'comment.list.manage' }],
  read_messages: [{ family: 'account', scope: 'message.list.read', messaging: true }],
  send_messages: [{ family: 'account', scope: 'message.list.send', messaging: true }],
  insights: [{ family: 'account', scope: 'video.insights' }],
  ads: [{ family: 'advertiser' }],
};

type Fix = Required<Pick<CapabilityState, 'fix' | 'fixCall'>> & Pick<CapabilityState, 'fixScope'>;

const FAMILY_FIX: Record<CredentialFamily, Fix> = {
  login: { fix: 'Connect the account again.', fixCall: 'get-auth-url' },
  account: {
    fix: 'Connect the account again and approve the access to comments and insights.',
    fixCall: 'get-auth-url',
    fixScope: BUSINESS_SCOPE_ALIAS,
  },
  advertiser: { fix: 'Connect the ad accounts.', fixCall: 'get-ads-auth-url' },
};

/** Lists all capabilities in a fixed order. Pure: what TikTok allows follows from what it has granted. */
export function capabilitiesOf(facts: CapabilityFacts): CapabilityState[] {
  return CAPABILITIES.map((capability) => Object.assign({ capability }, bestOf(NEEDS[capability], facts)));
}

export function appFacts({ tiktok }: AppConfig): AppFacts {
  return { accountScopes: tiktok.accountScopes, audited: tiktok.audited };
}

type Verdict = Omit<CapabilityState, 'capability'>;
type Problem = Required<Pick<CapabilityState, 'reason' | 'fix'>> & Partial<Fix>;

function bestOf([first, ...others]: [Need, ...Need[]], facts: CapabilityFacts): Verdict {
  const problem = problemWith(first, facts);
  if (!problem || others.some((need) => !problemWith(need, facts))) return { available: true };
  return { available: false, ...problem };
}

function problemWith(need: Need, facts: CapabilityFacts): Problem | undefined {
  const { integration, credentials, audited } = facts;
  const fix = FAMILY_FIX[need.family];
  if (integration.status !== 'active') return notConnected(integration);
  const credential = credentials[need.family];
  if (!credential) return { reason: 'This consent has not been given yet.', ...fix };
  const problem = brokenCredential(credential, fix) ?? missingScope(need, credential, facts, fix);
  if (problem) return problem;
  if (need.messaging && typeof integration.messagingRefusal === 'string')
    return noMessaging(integration.messagingRefusal, fix);
  return need.audit && !audited ? NOT_AUDITED : undefined;
}

function notConnected({ status, statusReason }: CapabilityFacts['integration']): Problem {
  // The reason of a disconnect names a user.
  const why = status === 'expired' ? inBrackets(statusReason) : '';
  return { reason: `The connection is ${status}${why}.`, ...FAMILY_FIX.login };
}

function brokenCredential(credential: CredentialFacts, fix: Fix): Problem | undefined {
  const { rejectedAt, rejectedReason, unreadableSince } = credential;
  if (rejectedAt)
    return {
      reason: `TikTok no longer accepts this consent (${rejectedReason ?? 'it gave no reason'}).`,
      ...fix,
    };
  if (!unreadableSince) return undefined;
  return {
    reason: 'This service cannot read the stored token: its encryption key is missing, or it was damaged.',
    fix: `Ask the operator to put the key back into TOKEN_ENCRYPTION_KEYS. If the key is lost: ${fix.fix}`,
  };
}

function missingScope(
  { family, scope }: Need,
  { scopes }: CredentialFacts,
  { accountScopes, integration }: CapabilityFacts,
  fix: Fix,
): Problem | undefined {
  if (!scope || scopes.includes(scope)) return undefined;
  if (family === 'account' && !accountScopes.includes(scope)) {
    return {
      reason: `This service is set up not to request the scope ${scope}.`,
      fix: 'Have TikTok approve it for the Business app, add it to TIKTOK_BUSINESS_ACCOUNT_SCOPES, and connect again.',
    };
  }
  if (family === 'login' && !integration.requestedScopes.includes(scope)) {
    return {
      reason: `The scope ${scope} was not requested when the account was connected.`,
      fix: `Connect the account again and request the permission ${scope}.`,
      fixCall: 'get-auth-url',
      fixScope: scope,
    };
  }
  return {
    reason: `The TikTok user has not granted the scope ${scope}.`,
    ...fix,
    fix: `${fix.fix} Leave every box ticked.`,
  };
}

/** TikTok answers with one code for a region, an account type and a missing review; only its text says which. */
function noMessaging(refusal: string, fix: Fix): Problem {
  return {
    ...fix,
    reason: `TikTok offers this account no direct messages: “${refusal}”`,
    fix:
      'Direct messages need a Business Account that is not registered in the EEA, Switzerland or the UK. In the US, TikTok ' +
      'must also review the app. Change the account in the TikTok app if you can, and connect it again.',
  };
}

const NOT_AUDITED: Problem = {
  reason:
    'TikTok has not audited the app yet. Until then it can post only privately, to accounts set to private.',
  fix: 'Post with SELF_ONLY, or pass TikTok’s audit and set TIKTOK_APP_AUDITED=true.',
};
