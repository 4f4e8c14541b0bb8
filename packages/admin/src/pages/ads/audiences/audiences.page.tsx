import { Badge, Card, Table, Text } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { AudienceView } from 'tiktok-connector-client';
import { useList } from '../../../api/queries.js';
import { useText } from '../../../i18n/use-text.js';
import { useMay } from '../../../session/use-session.js';
import { DecimalFigure } from '../../../ui/money.js';
import { TextLink } from '../../../ui/page-links.js';
import { Cell, Row, StackedTable } from '../../../ui/stacked-table.js';
import { Empty } from '../../../ui/states.js';
import { Time } from '../../../ui/time.js';
import { AdAccountSelect, AdsFrame } from '../ads-frame.js';
import { Listed } from '../../../ui/listed.js';
import { useAdAccountNames } from '../use-ad-accounts.js';
import { AudienceBadge } from './audience-badge.js';
import { MESSAGES } from './audiences.messages.js';
import { NewAudience } from './new-audience.js';

const route = getRouteApi('/ads/audiences');
const PAGE_SIZE = 50;

/** The customer audiences of the ad accounts. */
export function AudiencesPage() {
  const text = useText(MESSAGES);
  const may = useMay('editor');
  const { account } = route.useSearch();
  const navigate = route.useNavigate();
  const audiences = useList(['ads', 'audiences', account], (connector, cursor, signal) =>
    connector.GET('/api/ads/audiences', {
      params: {
        query: {
          limit: PAGE_SIZE,
          ...(account !== undefined && { accountId: account }),
          ...(cursor !== undefined && { cursor }),
        },
      },
      signal,
    }),
  );
  return (
    <AdsFrame
      title={text('title')}
      detail={text('detail')}
      actions={may ? <NewAudience accountId={account} /> : undefined}
    >
      <AdAccountSelect
        value={account}
        onChange={(chosen) => void navigate({ to: '.', search: { account: chosen }, replace: true })}
      />
      <Listed
        list={audiences}
        empty={<Empty icon={IconUsersGroup} title={text('none')} detail={text('noneDetail')} />}
      >
        {(items) => <AudienceTable audiences={items} />}
      </Listed>
    </AdsFrame>
  );
}

function AudienceTable({ audiences }: { audiences: readonly AudienceView[] }) {
  const text = useText(MESSAGES);
  const nameOf = useAdAccountNames();
  return (
    <Card withBorder padding="xs">
      <StackedTable minWidth={680} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text('name')}</Table.Th>
            <Table.Th>{text('status')}</Table.Th>
            <Table.Th ta="right">{text('size')}</Table.Th>
            <Table.Th>{text('expires')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {audiences.map((audience) => (
            <Row key={audience.id}>
              <Cell>
                <TextLink to="/ads/audiences/$audienceId" params={{ audienceId: audience.id }} inherit>
                  {audience.name}
                </TextLink>
                <Text size="xs" c="dimmed">
                  {nameOf(audience.accountId)}
                </Text>
              </Cell>
              <Cell maw={280} isWide>
                <AudienceBadge status={audience.status} />
                <Text size="xs" c="dimmed">
                  {text(`about_${audience.status}`)}
                </Text>
              </Cell>
              <Cell ta="right" label={text('size')}>
                <DecimalFigure value={audience.size} />
              </Cell>
              <Cell label={text('expires')}>
                {audience.expiresAt === null ? '–' : <Time at={audience.expiresAt} />}{' '}
                {audience.isExpiring === true && (
                  <Badge color="orange" variant="light">
                    {text('expiring')}
                  </Badge>
                )}
              </Cell>
            </Row>
          ))}
        </Table.Tbody>
      </StackedTable>
    </Card>
  );
}
