import { Card, Group, Progress, Stack, Text } from '@mantine/core';
import { IconGauge } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { IntegrationView, QuotaView } from 'tiktok-connector-client';
import { useAnswer, useList } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { accountName } from '../../ui/account-name.js';
import { Answered, Empty } from '../../ui/states.js';
import { LIMIT_MESSAGES } from './limits.messages.js';
import { Listed } from '../../ui/listed.js';

const PAGE = 10;
const HOUR_SECONDS = 3_600;
const MINUTES = ['minute', 60] as const;
const HOURS = ['hour', HOUR_SECONDS] as const;

/** How much of TikTok's limits the accounts have used. */
export function LimitsTab() {
  const text = useText(LIMIT_MESSAGES);
  const list = useList(['integrations', 'limits'], (connector, cursor, signal) =>
    connector.GET('/api/integrations', {
      // Each account on the page is a call of its own.
      params: { query: { limit: PAGE, ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  );
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {text('detail')}
      </Text>
      <Listed list={list} empty={<Empty icon={IconGauge} title={text('none')} detail={text('noneDetail')} />}>
        {(accounts) => accounts.map((account) => <Account key={account.id} account={account} />)}
      </Listed>
    </Stack>
  );
}

function Account({ account }: { account: IntegrationView }) {
  const text = useText(LIMIT_MESSAGES);
  const { id } = account;
  const query = useAnswer(['integrations', id], (connector, signal) =>
    connector.GET('/api/integrations/{integrationId}', {
      params: { path: { integrationId: id } },
      signal,
    }),
  );
  return (
    <Card withBorder padding="sm">
      <Stack gap="sm">
        <Text fw={500}>{accountName(account)}</Text>
        <Answered query={query} rows={1}>
          {({ quotas }) =>
            quotas.length === 0 ? (
              <Text size="sm" c="dimmed">
                {text('noQuota')}
              </Text>
            ) : (
              quotas.map((quota) => <Quota key={quota.quota} quota={quota} />)
            )
          }
        </Answered>
      </Stack>
    </Card>
  );
}

function Quota({ quota: { quota, used, limit, windowSeconds } }: { quota: QuotaView }) {
  const text = useText(LIMIT_MESSAGES);
  const intl = useIntl();
  const [unit, seconds] = windowSeconds < HOUR_SECONDS ? MINUTES : HOURS;
  const time = intl.formatNumber(Math.round(windowSeconds / seconds), {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  });
  const share = limit === 0 ? 100 : Math.min((used / limit) * 100, 100);
  const name = isKnown(quota) ? text(quota) : quota.replaceAll('_', ' ');
  return (
    <Stack gap={4}>
      <Group justify="space-between" align="flex-end" gap="md" wrap="nowrap">
        <Text size="sm">{name}</Text>
        <Text size="sm" c="dimmed" ta="right">
          {text('used', { used, limit })} {text('window', { time })}
        </Text>
      </Group>
      <Progress
        value={share}
        color={share >= 100 ? 'red' : share >= 80 ? 'yellow' : 'brand'}
        aria-label={name}
      />
    </Stack>
  );
}

function isKnown(quota: string): quota is keyof (typeof LIMIT_MESSAGES)['en'] {
  return Object.hasOwn(LIMIT_MESSAGES.en, quota);
}
