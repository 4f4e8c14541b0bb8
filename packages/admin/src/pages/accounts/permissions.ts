import type { IntegrationView } from 'tiktok-connector-client';

/** The permissions that TikTok asks its user for, in the order of its consent page. */
export const PERMISSIONS = [
  'user.info.basic',
  'user.info.profile',
  'user.info.stats',
  'video.list',
  'video.publish',
  'video.upload',
  // Stands for comments, messages and insights, which TikTok grants on a second page.
  'business.creator.insights',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** TikTok grants it with every sign-in. */
export const ALWAYS: Permission = 'user.info.basic';

/** What a consent asks for unless the user changes it: everything at first, and later what the account had or lacks. */
export function wantedPermissions(
  account: Pick<IntegrationView, 'grantedScopes' | 'missingScopes' | 'families'> | undefined,
  added: readonly string[] = [],
): Permission[] {
  if (account === undefined) return [...PERMISSIONS];
  const { grantedScopes, missingScopes, families } = account;
  const wanted = new Set<string>([ALWAYS, ...grantedScopes, ...missingScopes, ...added]);
  if (families.account) wanted.add('business.creator.insights');
  return PERMISSIONS.filter((permission) => wanted.has(permission));
}
