import { Avatar, type AvatarProps } from '@mantine/core';
import type { IntegrationView } from 'tiktok-connector-client';
import { accountName } from './account-name.js';

/** The picture of a TikTok account. Its link expires; then the initials stand for it. The name stands beside it. */
export function AccountPicture({
  account,
  ...rest
}: { account: Pick<IntegrationView, 'username' | 'displayName' | 'openId' | 'avatarUrl'> } & AvatarProps) {
  const name = account.displayName ?? accountName(account);
  return <Avatar src={account.avatarUrl} name={name} color="initials" alt="" aria-hidden {...rest} />;
}
