import { explainError } from '../../tiktok/index.js';
import type { PostProblem } from './post-problem.js';
import type { CreatorRefusal } from './rule-codes.js';

const FIXES: Record<CreatorRefusal, string> = {
  spam_risk_too_many_posts: 'Publish it tomorrow, or in the TikTok app.',
  spam_risk_user_banned_from_posting: 'The account owner can appeal in the TikTok app.',
  spam_risk: 'Check the account in the TikTok app for the reason.',
  reached_active_user_cap:
    'Publish it tomorrow, or ask your administrator to request a higher limit from TikTok.',
};

/** Converts TikTok's refusal of a creator to a problem of the post. */
export function creatorProblem(rule: CreatorRefusal): PostProblem {
  const { message } = explainError('open_api', rule);
  return { field: 'integrationId', rule, message, fix: FIXES[rule] };
}
