import { Card, Stack, Text } from '@mantine/core';
import { IconGauge } from '@tabler/icons-react';
import type { IntegrationView, QuotaView } from 'tiktok-connector-client';
import { useAnswer, useList } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { accountName } from '../../ui/account-name.js';
import { Answered, Empty } from '../../ui/states.js';
import { LIMIT_MESSAGES } from './limits.messages.js';
import { Listed } from '../../ui/listed.js';
import { LimitBar } from './limit-bar.js';
import { AccountRateBudgets, AppRateBudgets } from './rate-budgets.js';

const PAGE = 10;

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
      <AppRateBudgets />
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
        <AccountRateBudgets integrationId={id} />
      </Stack>
    </Card>
  );
}

function Quota({ quota: { quota, ...use } }: { quota: QuotaView }) {
  const text = useText(LIMIT_MESSAGES);
  return <LimitBar name={isKnown(quota) ? text(quota) : quota.replaceAll('_', ' ')} {...use} />;
}

function isKnown(quota: string): quota is keyof (typeof LIMIT_MESSAGES)['en'] {
  return Object.hasOwn(LIMIT_MESSAGES.en, quota);
}
