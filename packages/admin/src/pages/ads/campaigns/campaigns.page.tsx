import { Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { AdsAccountDetailsView } from 'tiktok-connector-client';
import { useAnswer } from '../../../api/queries.js';
import { useText } from '../../../i18n/use-text.js';
import { useMay } from '../../../session/use-session.js';
import { Money } from '../../../ui/money.js';
import { TextLink } from '../../../ui/page-links.js';
import { Answered } from '../../../ui/states.js';
import { Time } from '../../../ui/time.js';
import { useTypedSearch } from '../../../ui/use-typed-search.js';
import { Findings } from '../accounts/findings.js';
import { KillSwitch } from '../accounts/kill-switch.js';
import { AdsFrame } from '../ads-frame.js';
import { PERIODS } from '../ads.search.js';
import { CampaignTree } from './campaign-tree.js';
import { MESSAGES } from './campaigns.messages.js';

const route = getRouteApi('/ads/accounts/$accountId');

/** One ad account: its money, its campaigns with figures, and what is wrong. */
export function CampaignsPage() {
  const { accountId } = route.useParams();
  const text = useText(MESSAGES);
  const may = useMay('editor');
  const account = useAnswer(['ads', 'account', accountId], (connector, signal) =>
    connector.GET('/api/ads/accounts/{accountId}', { params: { path: { accountId } }, signal }),
  );
  return (
    <AdsFrame
      title={account.data?.name ?? accountId}
      detail={text('detail')}
      actions={may ? <KillSwitch accountId={accountId} /> : undefined}
    >
      <Answered query={account}>
        {(details) => (
          <Stack gap="lg">
            <Facts account={details} />
            <Filters />
            <CampaignTree account={details} />
            <TextLink to="/ads/changes" search={{ account: accountId }} size="sm">
              {text('toChanges')}
            </TextLink>
            <Findings accountId={accountId} />
          </Stack>
        )}
      </Answered>
    </AdsFrame>
  );
}

function Facts({ account }: { account: AdsAccountDetailsView }) {
  const text = useText(MESSAGES);
  return (
    <Group gap="lg">
      <Text size="sm">
        {text('balance')}{' '}
        <Money amount={account.balance?.amount} currency={account.balance?.currency} fw={600} inherit />
      </Text>
      {account.timeZone !== null && <Text size="sm">{text('timeZone', { zone: account.timeZone })}</Text>}
      <Text size="sm" c="dimmed">
        {text('asOf')} <Time at={account.asOf} />
      </Text>
    </Group>
  );
}

function Filters() {
  const text = useText(MESSAGES);
  const { accountId } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const find = useTypedSearch(`/ads/accounts/${accountId}`, (wanted) => {
    void navigate({
      to: '.',
      search: { ...search, text: wanted === '' ? undefined : wanted },
      replace: true,
      resetScroll: false,
    });
  });
  return (
    <Group gap="sm">
      <TextInput
        w={{ base: '100%', xs: 260 }}
        type="search"
        aria-label={text('search')}
        placeholder={text('search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        defaultValue={search.text ?? ''}
        onChange={(event) => find(event.currentTarget.value)}
      />
      <SegmentedControl
        aria-label={text('period')}
        value={String(search.days)}
        onChange={(value) =>
          void navigate({
            to: '.',
            search: { ...search, days: PERIODS.find((days) => String(days) === value) },
            replace: true,
            resetScroll: false,
          })
        }
        data={PERIODS.map((days) => ({ value: String(days), label: text('days', { days }) }))}
      />
    </Group>
  );
}
