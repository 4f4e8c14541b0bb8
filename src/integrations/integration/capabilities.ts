import { BUSINESS_SCOPE_ALIAS } from './scopes.js';
import type { Integration } from './integration.entity.js';
import { inBrackets } from './integration-text.js';
import type { Credential } from './credential.entity.js';

export const CAPABILITIES = [
  'publish_public',
  'publish_private',
  'draft',
  'list_videos',
  'profile',
  'read_comments',
  'manage_comments',
  'insights',
  'ads',
] as const;

/** Something an integration can do now, or not, and then why and what helps. */
export type Capability = (typeof CAPABILITIES)[number];

export interface CapabilityState {
  capability: Capability;
  available: boolean;
  reason?: string;
  /** What a person does about it. */
  fix?: string;
  /** For developers: the call of the API that the fix begins with, and a scope to ask for. */
  fixCall?: 'get-auth-url' | 'get-ads-auth-url';
  fixScope?: string;
}

/** What capabilities follow from. */
export interface CapabilityFacts {
  integration: Pick<Integration, 'status' | 'statusReason' | 'requestedScopes'>;
  /** Each family that has been consented to. */
  credentials: Partial<
    Record<
      Credential['family'],
      Pick<Credential, 'scopes' | 'rejectedAt' | 'rejectedReason'> & { unreadableSince?: Date | null }
    >
  >;
  /** What the consent for comments and insights is set up to ask for. */
  accountScopes: readonly string[];
  /** Whether TikTok has audited our app. */
  audited: boolean;
}

interface Need {
  family: Credential['family'];
  scope?: string;
  audit?: boolean;
}

/** Any of the needs is enough; when none is met, the first tells why. */
const NEEDS: Record<Capability, [Need, ...Need[]]> = {
  publish_public: [
    { family: 'login', scope: 'video.publish', audit: true },
    { family: 'account', scope: 'video.publish' },
  ],
  // At the Business API only photos: its videos are public.
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
  insights: [{ family: 'account', scope: 'video.insights' }],
  ads: [{ family: 'advertiser' }],
};

type Fix = Required<Pick<CapabilityState, 'fix' | 'fixCall'>> & Pick<CapabilityState, 'fixScope'>;

const FAMILY_FIX: Record<Credential['family'], Fix> = {
  login: { fix: 'Connect the account again.', fixCall: 'get-auth-url' },
  account: {
    fix: 'Connect the account again and approve the access to comments and insights.',
    fixCall: 'get-auth-url',
    fixScope: BUSINESS_SCOPE_ALIAS,
  },
  advertiser: { fix: 'Connect the ad accounts.', fixCall: 'get-ads-auth-url' },
};

/** All capabilities, in a fixed order. Pure: what TikTok allows is decided from what it has granted. */
export function capabilitiesOf(facts: CapabilityFacts): CapabilityState[] {
  return CAPABILITIES.map((capability) => Object.assign({ capability }, bestOf(NEEDS[capability], facts)));
}

type Verdict = Omit<CapabilityState, 'capability'>;

function bestOf([first, ...others]: [Need, ...Need[]], facts: CapabilityFacts): Verdict {
  const verdicts = others.map((need) => verdict(need, facts));
  const usual = verdict(first, facts);
  return [usual, ...verdicts].find(({ available }) => available) ?? usual;
}

function verdict({ family, scope, audit }: Need, facts: CapabilityFacts): Verdict {
  const { integration, credentials, audited } = facts;
  const fix = FAMILY_FIX[family];
  if (integration.status !== 'active') {
    // The reason of a disconnect names a user.
    const why = integration.status === 'expired' ? inBrackets(integration.statusReason) : '';
    return {
      available: false,
      reason: `The connection is ${integration.status}${why}.`,
      ...FAMILY_FIX.login,
    };
  }
  const credential = credentials[family];
  if (!credential) return { available: false, reason: 'This consent has not been given yet.', ...fix };
  if (credential.rejectedAt) {
    return {
      available: false,
      reason: `TikTok no longer accepts this consent (${credential.rejectedReason ?? 'it gave no reason'}).`,
      ...fix,
    };
  }
  if (credential.unreadableSince) {
    return {
      available: false,
      reason: 'This service cannot read the stored token: its encryption key is missing, or it was damaged.',
      fix: `Ask the operator to put the key back into TOKEN_ENCRYPTION_KEYS. ${fix}`,
    };
  }
  if (scope && !credential.scopes.includes(scope)) {
    if (family === 'account' && !facts.accountScopes.includes(scope)) {
      return {
        available: false,
        reason: `This service is set up not to ask TikTok for the scope ${scope}.`,
        fix: 'Have TikTok approve it for the Business app, add it to TIKTOK_BUSINESS_ACCOUNT_SCOPES, and connect again.',
      };
    }
    if (family === 'login' && !integration.requestedScopes.includes(scope)) {
      return {
        available: false,
        reason: `The scope ${scope} was not asked for when the account was connected.`,
        fix: `Connect the account again and ask for the permission ${scope}.`,
        fixCall: 'get-auth-url',
        fixScope: scope,
      };
    }
    return {
      available: false,
      reason: `The TikTok user has not granted the scope ${scope}.`,
      ...fix,
      fix: `${fix.fix} Leave every box ticked.`,
    };
  }
  if (audit && !audited) {
    return {
      available: false,
      reason:
        'TikTok has not audited the app yet: until then it may only post privately, to accounts set to private.',
      fix: 'Post with SELF_ONLY, or pass TikTok’s audit and set TIKTOK_APP_AUDITED=true.',
    };
  }
  return { available: true };
}
