import { z } from 'zod';

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
export const accountScopes = z
  .string()
  .default(DEFAULT.join(','))
  .transform((value) => [
    ...new Set(
      value
        .split(',')
        .map((scope) => scope.trim())
        .filter(Boolean),
    ),
  ])
  .refine((scopes) => scopes.length > 0, 'must name at least one scope')
  .refine(
    (scopes) => scopes.every((scope) => /^[a-z]+(\.[a-z_]+)+$/.test(scope)),
    'must be a comma list of scopes such as comment.list, as the TikTok for Business portal writes them',
  );
