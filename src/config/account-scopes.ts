import { listOf } from './setting-kinds.js';

// What this service has a use for: the account's insights, and its comments to read and to answer.
const DEFAULT = [
  'user.info.basic',
  'user.info.username',
  'user.info.stats',
  'user.insights',
  'video.list',
  'video.insights',
  'comment.list',
  'comment.list.manage',
];

/** Scopes of the consent for comments and insights. TikTok approves them app by app, and refuses all for one too many. */
export const accountScopes = listOf(
  (scope) => /^[a-z]+(\.[a-z_]+)+$/.test(scope),
  'must be a scope such as comment.list, as the TikTok for Business portal writes it',
).default(DEFAULT);
