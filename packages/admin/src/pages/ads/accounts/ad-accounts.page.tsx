import { Alert, Badge, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconAd2 } from '@tabler/icons-react';
import type { AccountHealthView, AdsAccountView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { useMay } from '../../../session/use-session.js';
import { Money } from '../../../ui/money.js';
import { ButtonLink, TextLink } from '../../../ui/page-links.js';
import { Answered, Empty } from '../../../ui/states.js';
import { Time } from '../../../ui/time.js';
import { AdsFrame } from '../ads-frame.js';
import { MESSAGES } from '../ads.messages.js';
import { useAdAccounts } from '../use-ad-accounts.js';
import { useHealth } from '../use-health.js';
import { Findings } from './findings.js';
import { KillSwitch } from './kill-switch.js';

const COLORS = { healthy: 'green', hasProblem: 'red', notChecked: 'gray' } as const;

/** The ad accounts: their money, their health, and the way to stop everything. */
export function AdAccountsPage() {
  const text = useText(MESSAGES);
  const accounts = useAdAccounts();
  const mayStop = useMay('editor');
  const hasAccounts = (accounts.data?.items.length ?? 0) > 0;
  return (
    <AdsFrame
      title={text('title')}
      detail={text('detail')}
      actions={mayStop && hasAccounts ? <KillSwitch /> : undefined}
    >
      <Answered query={accounts}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={IconAd2} title={text('noAccounts')} detail={text('noAccountsDetail')}>
              <ButtonLink to="/accounts">{text('toAccounts')}</ButtonLink>
            </Empty>
          ) : (
            <Accounts accounts={items} />
          )
        }
      </Answered>
    </AdsFrame>
  );
}

function Accounts({ accounts }: { accounts: readonly AdsAccountView[] }) {
  const health = useHealth();
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }}>
        {accounts.map((account) => (
          <AccountCard
            key={account.accountId}
            account={account}
            health={health?.find(({ accountId }) => accountId === account.accountId)}
          />
        ))}
      </SimpleGrid>
      <Findings />
    </Stack>
  );
}

function AccountCard({
  account,
  health,
}: {
  account: AdsAccountView;
  health: AccountHealthView | undefined;
}) {
  const text = useText(MESSAGES);
  const { accountId, name, usable } = account;
  const problem = account.problem ?? health?.problem ?? null;
  const checkedAt = health?.checkedAt ?? null;
  const checked = checkedAt === null ? 'notChecked' : 'healthy';
  const state = usable && problem === null ? checked : 'hasProblem';
  return (
    <Card withBorder>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Title order={2} size="h4">
          <TextLink to="/ads/accounts/$accountId" params={{ accountId }} inherit>
            {name ?? accountId}
          </TextLink>
        </Title>
        <Badge flex="none" variant="light" color={COLORS[state]}>
          {text(state)}
        </Badge>
      </Group>
      <Text size="xs" c="dimmed">
        {accountId}
        {account.timeZone !== null && ` · ${account.timeZone}`}
      </Text>
      <Text mt="sm" size="sm" c="dimmed">
        {text('balance')}
      </Text>
      <Money amount={health?.balance} currency={health?.currency} fz={24} fw={600} />
      {problem !== null && (
        <Alert color="red" mt="sm" p="xs" title={problem.reason}>
          {problem.fix}
        </Alert>
      )}
      {checkedAt !== null && (
        <Text size="xs" c="dimmed" mt="sm">
          {text('checked')} <Time at={checkedAt} />
        </Text>
      )}
    </Card>
  );
}
