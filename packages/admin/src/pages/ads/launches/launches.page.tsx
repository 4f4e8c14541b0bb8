import { Card, Table, Text } from '@mantine/core';
import { IconPlus, IconRocket } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { LaunchSummaryView } from 'tiktok-connector-client';
import { useList } from '../../../api/queries.js';
import { useText } from '../../../i18n/use-text.js';
import { useMay } from '../../../session/use-session.js';
import { Money } from '../../../ui/money.js';
import { ButtonLink, TextLink } from '../../../ui/page-links.js';
import { Cell, Row, StackedTable } from '../../../ui/stacked-table.js';
import { Empty } from '../../../ui/states.js';
import { Time } from '../../../ui/time.js';
import { AdAccountSelect, AdsFrame } from '../ads-frame.js';
import { Listed } from '../../../ui/listed.js';
import { useAdAccountNames } from '../use-ad-accounts.js';
import { LaunchBadge } from './launch-badge.js';
import { MESSAGES } from './launches.messages.js';

const route = getRouteApi('/ads/launches');
const PAGE_SIZE = 50;

/** The launches of campaigns, the newest first. */
export function LaunchesPage() {
  const text = useText(MESSAGES);
  const may = useMay('editor');
  const { account } = route.useSearch();
  const navigate = route.useNavigate();
  const launches = useList(
    ['ads', 'launches', account],
    (connector, cursor, signal) =>
      connector.GET('/api/ads/launches', {
        params: {
          query: {
            limit: PAGE_SIZE,
            ...(account !== undefined && { accountId: account }),
            ...(cursor !== undefined && { cursor }),
          },
        },
        signal,
      }),
    { refetchInterval: 15_000 },
  );
  return (
    <AdsFrame
      title={text('title')}
      detail={text('detail')}
      actions={
        may ? (
          <ButtonLink
            to="/ads/launches/new"
            search={{ account }}
            leftSection={<IconPlus size={18} aria-hidden />}
          >
            {text('newLaunch')}
          </ButtonLink>
        ) : undefined
      }
    >
      <AdAccountSelect
        value={account}
        onChange={(chosen) => void navigate({ to: '.', search: { account: chosen }, replace: true })}
      />
      <Listed
        list={launches}
        empty={<Empty icon={IconRocket} title={text('none')} detail={text('noneDetail')} />}
      >
        {(items) => <LaunchTable launches={items} />}
      </Listed>
    </AdsFrame>
  );
}

function LaunchTable({ launches }: { launches: readonly LaunchSummaryView[] }) {
  const text = useText(MESSAGES);
  const nameOf = useAdAccountNames();
  return (
    <Card withBorder padding="xs">
      <StackedTable minWidth={720} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text('name')}</Table.Th>
            <Table.Th>{text('status')}</Table.Th>
            <Table.Th ta="right">{text('largestDailySpend')}</Table.Th>
            <Table.Th>{text('requestedBy')}</Table.Th>
            <Table.Th>{text('started')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {launches.map((launch) => (
            <Row key={launch.launchId}>
              <Cell>
                <TextLink to="/ads/launches/$launchId" params={{ launchId: launch.launchId }} inherit>
                  {launch.name}
                </TextLink>
                <Text size="xs" c="dimmed">
                  {nameOf(launch.accountId)}
                </Text>
              </Cell>
              <Cell maw={300} isWide>
                <LaunchBadge status={launch.status} />
                <Text size="xs" c="dimmed">
                  {launch.failReason ?? text(`about_${launch.status}`)}
                </Text>
              </Cell>
              <Cell ta="right" label={text('largestDailySpend')} isWide>
                <Money {...launch.largestDailySpend} inherit />
              </Cell>
              <Cell label={text('requestedBy')}>{launch.requestedBy}</Cell>
              <Cell label={text('started')}>
                <Time at={launch.createdAt} />
              </Cell>
            </Row>
          ))}
        </Table.Tbody>
      </StackedTable>
    </Card>
  );
}
