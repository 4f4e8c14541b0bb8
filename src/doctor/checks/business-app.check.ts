import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { Check } from '../check.js';
import { ok, problem, warning, type Verdict } from '../finding.js';
import { isRealTikTok } from '../real-tiktok.js';

const USED_FOR = {
  'comment.list': 'reading comments',
  'comment.list.manage': 'answering and hiding comments',
  'video.insights': 'insights',
};

/** Checks the app at TikTok API for Business: id, secret, scopes, and the tier that sets its rate limits. */
@Injectable()
export class BusinessAppCheck extends Check {
  readonly name = 'business_app';

  constructor(private readonly config: AppConfig) {
    super();
  }

  examine(): Verdict {
    return businessVerdict(this.config.tiktok, isRealTikTok(this.config.tiktok));
  }
}

/** Id and secret are both set or both missing: the service does not start with one of them. */
export function businessVerdict(
  tiktok: Pick<
    AppConfig['tiktok'],
    'business' | 'login' | 'businessTier' | 'keepsRateLimits' | 'accountScopes'
  >,
  realTikTok: boolean,
): Verdict {
  const { business, login, businessTier, keepsRateLimits, accountScopes } = tiktok;
  if (realTikTok && !keepsRateLimits) {
    return problem(
      'TIKTOK_KEEP_RATE_LIMITS=false: calls to the real TikTok are not rate-limited, and TikTok may restrict the app.',
      'Remove this setting; it is for the sandbox only.',
    );
  }
  if (!business) {
    return warning(
      'No Business app: comments, insights and ads are off.',
      'Set TIKTOK_BUSINESS_APP_ID and TIKTOK_BUSINESS_SECRET to the values of an app at TikTok API for Business.',
    );
  }
  if (business.id === login.id) {
    return warning(
      'TIKTOK_BUSINESS_APP_ID is the client key of the other app; TikTok API for Business has separate apps.',
      'Copy the id and secret of the app from the TikTok API for Business portal.',
    );
  }
  const off = Object.entries(USED_FOR).filter(([scope]) => !accountScopes.includes(scope));
  if (off.length > 0) {
    const parts = off.map(([scope, use]) => `${use} (${scope})`).join(', ');
    return warning(
      `TIKTOK_BUSINESS_ACCOUNT_SCOPES lacks scopes for: ${parts}. These features are off.`,
      'Have TikTok approve the scopes for the Business app, add them to TIKTOK_BUSINESS_ACCOUNT_SCOPES, and reconnect the accounts.',
    );
  }
  return ok(
    `Id and secret are set; rate limits follow the tier "${businessTier}". TIKTOK_BUSINESS_TIER must match the level that TikTok shows for the app.`,
  );
}
