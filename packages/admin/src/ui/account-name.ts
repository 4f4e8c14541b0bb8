import type { IntegrationView } from 'tiktok-connector-client';

/** The name of a TikTok account: its @username, or what TikTok shares instead. */
export function accountName({
  username,
  displayName,
  openId,
}: Pick<IntegrationView, 'username' | 'displayName' | 'openId'>): string {
  return username === null ? (displayName ?? openId) : `@${username}`;
}
