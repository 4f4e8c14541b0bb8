import { Card, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconAd2 } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { AdObjectView, AdsAccountDetailsView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { Cell, Row, StackedTable } from '../../../ui/stacked-table.js';
import { Answered, Empty } from '../../../ui/states.js';
import { MoreButton } from '../../../ui/more-button.js';
import { MESSAGES } from './campaigns.messages.js';
import { BELOW, parentOf, type Level, type Parent } from './levels.js';
import { ObjectDetails } from './object-details.js';
import { ObjectRow } from './object-row.js';
import { useMetrics, useObjects } from './use-objects.js';

const route = getRouteApi('/ads/accounts/$accountId');
const COLUMNS = 9;

/** The campaigns of an account; each opens to its ad groups, and these to their ads. */
export function CampaignTree({ account }: { account: AdsAccountDetailsView }) {
  const text = useText(MESSAGES);
  const search = route.useSearch();
  const campaigns = useObjects(account.accountId, 'campaign', {}, search.text);
  const [shown, setShown] = useState<AdObjectView>();
  return (
    <Card withBorder padding="xs">
      <Answered query={campaigns} rows={6}>
        {() =>
          campaigns.items.length === 0 ? (
            <Empty
              icon={IconAd2}
              title={text(search.text === undefined ? 'noCampaigns' : 'nothingFound')}
              detail={text(search.text === undefined ? 'noCampaignsDetail' : 'nothingFoundDetail')}
            />
          ) : (
            <>
              <StackedTable minWidth={980} highlightOnHover verticalSpacing="xs">
                <Head />
                <Table.Tbody>
                  <Rows account={account} level="campaign" objects={campaigns.items} show={setShown} />
                </Table.Tbody>
              </StackedTable>
              <Text size="xs" c="dimmed" p="xs">
                * {text('provisional')}
              </Text>
              <MoreButton list={campaigns} />
            </>
          )
        }
      </Answered>
      <ObjectDetails object={shown} close={() => setShown(undefined)} />
    </Card>
  );
}

function Head() {
  const text = useText(MESSAGES);
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th w="30%">{text('name')}</Table.Th>
        <Table.Th>{text('status')}</Table.Th>
        <Table.Th ta="right">{text('budget')}</Table.Th>
        <Table.Th ta="right">{text('spend')}</Table.Th>
        <Table.Th ta="right">{text('impressions')}</Table.Th>
        <Table.Th ta="right">{text('clicks')}</Table.Th>
        <Table.Th ta="right">{text('ctr')}</Table.Th>
        <Table.Th ta="right">{text('conversion')}</Table.Th>
        <Table.Th>
          <VisuallyHidden>{text('action')}</VisuallyHidden>
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}

interface RowsProps {
  account: AdsAccountDetailsView;
  level: Level;
  objects: readonly AdObjectView[];
  show: (object: AdObjectView) => void;
}

function Rows({ account, level, objects, show }: RowsProps) {
  const { days } = route.useSearch();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const metrics = useMetrics(
    account,
    level,
    objects.map(({ id }) => id),
    days,
  );
  const toggle = (id: string) =>
    setOpen((old) => (old.has(id) ? new Set([...old].filter((one) => one !== id)) : new Set([...old, id])));
  return (
    <>
      {metrics.error !== null && (
        <Row>
          <Cell colSpan={COLUMNS}>
            <Text size="sm" c="dimmed" role="status">
              {metrics.error.message}
            </Text>
          </Cell>
        </Row>
      )}
      {objects.map((object) => {
        const below = BELOW[level];
        const isOpen = open.has(object.id);
        return [
          <ObjectRow
            key={object.id}
            object={object}
            row={metrics.rows.get(object.id)}
            currency={metrics.currency ?? account.currency}
            isOpen={below && isOpen}
            toggle={() => toggle(object.id)}
            show={() => show(object)}
          />,
          below && isOpen && (
            <Children
              key={`${object.id} children`}
              account={account}
              level={below}
              parent={parentOf(object)}
              show={show}
            />
          ),
        ];
      })}
    </>
  );
}

function Children({ parent, ...rest }: Omit<RowsProps, 'objects'> & { parent: Parent }) {
  const text = useText(MESSAGES);
  const children = useObjects(rest.account.accountId, rest.level, parent);
  if (children.data && children.items.length > 0)
    return (
      <>
        <Rows {...rest} objects={children.items} />
        {children.hasNextPage && (
          <Row>
            <Cell colSpan={COLUMNS}>
              <MoreButton list={children} />
            </Cell>
          </Row>
        )}
      </>
    );
  return (
    <Row>
      <Cell colSpan={COLUMNS}>
        <Answered query={children} rows={1}>
          {() => (
            <Text size="sm" c="dimmed" pl="xl">
              {text('nothingBelow')}
            </Text>
          )}
        </Answered>
      </Cell>
    </Row>
  );
}
