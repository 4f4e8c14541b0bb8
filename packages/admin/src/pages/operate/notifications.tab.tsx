import { Badge, Button, Card, Group, Stack, Switch, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBellCheck, IconChecks, IconExternalLink } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import type { NotificationView } from 'tiktok-connector-client';
import { useLiveEvents } from '../../api/live-events.js';
import { useChange } from '../../api/mutations.js';
import { useList } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { useSession } from '../../session/use-session.js';
import { Empty } from '../../ui/states.js';
import { Time } from '../../ui/time.js';
import { Listed } from '../../ui/listed.js';
import { NOTIFICATION_MESSAGES } from './notifications.messages.js';

const NOTIFICATIONS = ['notifications'];
const COLORS = { critical: 'red', warning: 'yellow', info: 'blue' };

/** What the service has reported to the organisation. New ones appear automatically. */
export function NotificationsTab() {
  const text = useText(NOTIFICATION_MESSAGES);
  const { unread } = useSearch({ from: '/operate/notifications' });
  const navigate = useNavigate();
  useLiveNotifications();
  const list = useList([...NOTIFICATIONS, { unread }], (connector, cursor, signal) =>
    connector.GET('/api/notifications', {
      params: { query: { limit: 30, ...(unread && { unread }), ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  );
  return (
    <Stack>
      <Group justify="space-between">
        <Switch
          label={text('unreadOnly')}
          checked={unread ?? false}
          onChange={({ currentTarget: { checked } }) =>
            void navigate({
              to: '/operate/notifications',
              search: checked ? { unread: true } : {},
              replace: true,
            })
          }
        />
        <ReadAll />
      </Group>
      <Listed
        list={list}
        empty={
          <Empty
            icon={IconBellCheck}
            title={text(unread ? 'noUnread' : 'none')}
            {...(!unread && { detail: text('noneDetail') })}
          />
        }
      >
        {(items) => items.map((one) => <Notification key={one.id} notification={one} />)}
      </Listed>
    </Stack>
  );
}

function ReadAll() {
  const text = useText(NOTIFICATION_MESSAGES);
  const readAll = useChange((connector) => connector.POST('/api/notifications/read-all'), {
    changes: [NOTIFICATIONS],
  });
  return (
    <Button
      variant="default"
      leftSection={<IconChecks size={18} />}
      loading={readAll.isPending}
      onClick={() =>
        readAll.mutate(undefined, {
          onSuccess: ({ read }) =>
            notifications.show({ color: 'green', message: text('allRead', { count: read }) }),
        })
      }
    >
      {text('readAll')}
    </Button>
  );
}

function Notification({ notification }: { notification: NotificationView }) {
  const text = useText(NOTIFICATION_MESSAGES);
  const { id, severity, title, detail, affected, actionUrl, createdAt, readAt, resolvedAt } = notification;
  const read = useChange(
    (connector, notificationId: string) =>
      connector.POST('/api/notifications/{notificationId}/read', { params: { path: { notificationId } } }),
    { changes: [NOTIFICATIONS] },
  );
  return (
    <Card withBorder component="article">
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start" gap="xs">
          <Group gap="xs">
            <Badge variant="light" color={COLORS[severity]}>
              {text(severity)}
            </Badge>
            {resolvedAt !== null && (
              <Badge variant="light" color="green">
                {text('resolved')}
              </Badge>
            )}
            {readAt === null && <Badge variant="dot">{text('unread')}</Badge>}
          </Group>
          <Text size="sm" c="dimmed">
            <Time at={createdAt} />
          </Text>
        </Group>
        <Text fw={readAt === null ? 700 : 500}>{title}</Text>
        <Text size="sm">{detail}</Text>
        {affected.map(({ kind, summary }) => (
          <Text key={kind} size="sm" c="dimmed">
            {summary}
          </Text>
        ))}
        <Group gap="xs">
          {actionUrl !== undefined && resolvedAt === null && (
            <Button
              component="a"
              href={actionUrl}
              target="_blank"
              rel="noreferrer"
              size="xs"
              rightSection={<IconExternalLink size={14} />}
            >
              {text('act')}
            </Button>
          )}
          {readAt === null && (
            <Button size="xs" variant="default" loading={read.isPending} onClick={() => read.mutate(id)}>
              {text('read')}
            </Button>
          )}
        </Group>
      </Stack>
    </Card>
  );
}

/** Reads the list again when a notification arrives. */
function useLiveNotifications(): void {
  const client = useQueryClient();
  const { organisationId } = useSession();
  useLiveEvents(
    '/api/notifications/stream',
    () => void client.invalidateQueries({ queryKey: [organisationId, ...NOTIFICATIONS] }),
  );
}
