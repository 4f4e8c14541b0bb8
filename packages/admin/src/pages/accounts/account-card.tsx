import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconAd2, IconMessageCircle, IconVideo, type Icon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { IntegrationView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { accountName } from '../../ui/account-name.js';
import { AccountPicture } from '../../ui/account-picture.js';
import { AccountStatus } from './account-status.js';
import { MESSAGES } from './accounts.messages.js';

const FAMILIES = [
  ['login', IconVideo],
  ['account', IconMessageCircle],
  ['advertiser', IconAd2],
] as const satisfies [keyof IntegrationView['families'], Icon][];

/** One account of the list: who it is, whether it works, and which parts of TikTok it has opened. */
export function AccountCard({ account }: { account: IntegrationView }) {
  const text = useText(MESSAGES);
  const intl = useIntl();
  const name = accountName(account);
  return (
    <Card withBorder padding="md" component="article" aria-label={name}>
      <Stack gap="sm" h="100%">
        <Group wrap="nowrap" gap="sm">
          <AccountPicture account={account} size={48} />
          <div style={{ minWidth: 0, flex: 1 }}>
            <Text fw={600} truncate>
              {name}
            </Text>
            <Text size="sm" c="dimmed" truncate>
              {account.username === null ? account.openId : (account.displayName ?? '')}
            </Text>
          </div>
          <AccountStatus status={account.status} />
        </Group>
        {account.status === 'active' ? <Families account={account} /> : <WhyNot account={account} />}
        <Group justify="space-between" mt="auto">
          <Text size="xs" c="dimmed">
            {text('since', { date: intl.formatDate(account.createdAt, { dateStyle: 'medium' }) })}
          </Text>
          {account.status !== 'disconnected' && (
            <Button
              component={Link}
              to={`/accounts/${account.id}` as string}
              variant={account.status === 'active' ? 'default' : 'filled'}
              size="xs"
              aria-label={text('open', { name })}
            >
              {text('details')}
            </Button>
          )}
        </Group>
      </Stack>
    </Card>
  );
}

function Families({ account }: { account: IntegrationView }) {
  const text = useText(MESSAGES);
  return (
    <>
      <Group gap={6}>
        {FAMILIES.map(([family, Picture]) => {
          const granted = account.families[family];
          const name = text(family);
          return (
            <Badge
              key={family}
              fw={500}
              variant={granted ? 'light' : 'outline'}
              color={granted ? 'brand' : 'gray'}
              c={granted ? undefined : 'dimmed'}
              td={granted ? undefined : 'line-through'}
              leftSection={<Picture size={12} aria-hidden />}
              title={text(granted ? 'granted' : 'notGranted', { name })}
            >
              {name}
            </Badge>
          );
        })}
      </Group>
      {account.missingScopes.length > 0 && (
        <Text size="sm">{text('missing', { count: account.missingScopes.length })}</Text>
      )}
    </>
  );
}

function WhyNot({ account: { status, statusReason } }: { account: IntegrationView }) {
  const text = useText(MESSAGES);
  if (status === 'active') return null;
  return (
    <div>
      <Text size="sm">{text(`${status}Detail`)}</Text>
      {/* The reason of a disconnect is the id of a user. */}
      {status === 'expired' && statusReason !== null && (
        <Text size="sm" c="dimmed">
          {text('reason', { reason: statusReason })}
        </Text>
      )}
    </div>
  );
}
