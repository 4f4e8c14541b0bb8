import { listOf } from './setting-kinds.js';

// What this service uses: the account's insights, and reading and answering its comments.
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

/** Scopes of the consent for comments and insights. TikTok approves them per app, and refuses all if one is not approved. */
export const accountScopes = listOf(
  (scope) => /^[a-z]+(\.[a-z_]+)+$/.test(scope),
  'must be a scope such as comment.list, as the TikTok for Business portal shows it',
).default(DEFAULT);
