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

/** The app of TikTok API for Business: its pair of settings, and the tier that sets its rate limits. */
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

/** The service does not start with half a pair, so here it is whole or missing. */
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
      'TIKTOK_KEEP_RATE_LIMITS=false: calls to the real TikTok are not held back, and it may restrict the app.',
      'Remove the line; it is for the sandbox only.',
    );
  }
  if (!business) {
    return warning(
      'No Business app: comments, insights and ads are off.',
      'Set TIKTOK_BUSINESS_APP_ID and TIKTOK_BUSINESS_SECRET to those of an app at TikTok API for Business.',
    );
  }
  if (business.id === login.id) {
    return warning(
      'TIKTOK_BUSINESS_APP_ID is the client key of the other app; TikTok API for Business has apps of its own.',
      'Copy id and secret of the app from the portal of TikTok API for Business.',
    );
  }
  const off = Object.entries(USED_FOR).filter(([scope]) => !accountScopes.includes(scope));
  if (off.length > 0) {
    const parts = off.map(([scope, use]) => `${use} (${scope})`).join(', ');
    return warning(
      `TIKTOK_BUSINESS_ACCOUNT_SCOPES leaves out what these need: ${parts}. They are off.`,
      'Have TikTok approve the scopes for the Business app, add them to TIKTOK_BUSINESS_ACCOUNT_SCOPES, and connect the accounts again.',
    );
  }
  return ok(
    `Id and secret are set together; rate limits are those of the tier "${businessTier}". TIKTOK_BUSINESS_TIER must be the level that TikTok shows for the app.`,
  );
}
