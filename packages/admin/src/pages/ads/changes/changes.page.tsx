import { Accordion, Badge, Card, Group, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { ChangeView } from 'tiktok-connector-client';
import { useList } from '../../../api/queries.js';
import { useText } from '../../../i18n/use-text.js';
import { Empty } from '../../../ui/states.js';
import { Time } from '../../../ui/time.js';
import { AdAccountSelect, AdsFrame } from '../ads-frame.js';
import { Listed } from '../../../ui/listed.js';
import { useAdAccountNames } from '../use-ad-accounts.js';
import { ChangeDetails } from './change-details.js';
import { MESSAGES } from './changes.messages.js';

const route = getRouteApi('/ads/changes');
const PAGE_SIZE = 50;
const STATE_COLORS = {
  intended: 'gray',
  sent: 'blue',
  unknown: 'orange',
  succeeded: 'green',
  failed: 'red',
} as const satisfies Record<ChangeView['state'], string>;

/** Who changed what, why and when; also what was changed outside of the connector. */
export function ChangesPage() {
  const text = useText(MESSAGES);
  const { account } = route.useSearch();
  const navigate = route.useNavigate();
  const changes = useList(['ads', 'changes', account], (connector, cursor, signal) =>
    connector.GET('/api/ads/changes', {
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
    <AdsFrame title={text('title')} detail={text('detail')}>
      <AdAccountSelect
        value={account}
        onChange={(chosen) => void navigate({ to: '.', search: { account: chosen }, replace: true })}
      />
      <Listed
        list={changes}
        empty={<Empty icon={IconHistory} title={text('none')} detail={text('noneDetail')} />}
      >
        {(items) => (
          <Card withBorder padding={0}>
            <Accordion chevronPosition="left">
              {items.map((change) => (
                <Change key={change.id} change={change} />
              ))}
            </Accordion>
          </Card>
        )}
      </Listed>
    </AdsFrame>
  );
}

function Change({ change }: { change: ChangeView }) {
  const text = useText(MESSAGES);
  const nameOf = useAdAccountNames();
  const { action, actor, level, name, objectId, state } = change;
  return (
    <Accordion.Item value={change.id}>
      <Accordion.Control>
        <Group gap="xs">
          {action === 'drift' && (
            <Badge variant="light" color="orange">
              {text('drift')}
            </Badge>
          )}
          <Text fw={500}>
            {text(deedOf(change), { level: text(`level_${level}`) })}: {name ?? objectId ?? text('unnamed')}
          </Text>
          {state !== 'succeeded' && (
            <Badge variant="light" color={STATE_COLORS[state]}>
              {text(`state_${state}`)}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {change.userId ?? text(`actor_${actor}`)} · <Time at={change.createdAt} /> ·{' '}
          {nameOf(change.accountId)}
          {change.reason !== null && ` · ${change.reason}`}
        </Text>
      </Accordion.Control>
      <Accordion.Panel>
        <ChangeDetails change={change} />
      </Accordion.Panel>
    </Accordion.Item>
  );
}

const STATUSES = ['ENABLE', 'DISABLE', 'DELETE'] as const;

/** What was done: for a change of the status, which one was wanted. */
function deedOf({ action, body }: ChangeView) {
  const wanted = STATUSES.find((status) => status === body['operation_status']);
  return action === 'status' && wanted !== undefined
    ? (`status_${wanted}` as const)
    : (`action_${action}` as const);
}
