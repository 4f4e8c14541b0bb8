import { Avatar, Badge, Group, Text, Tooltip } from '@mantine/core';
import { IconAd2, IconMessage, IconMessageCircle, IconUserCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { CrmConversationView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { useSession } from '../../session/use-session.js';
import { Time } from '../../ui/time.js';
import classes from './inbox.module.css';
import { MESSAGES } from './inbox.messages.js';
import { shownCount } from './shown-count.js';
import { useFilter } from './use-conversations.js';

export const KIND_ICONS = { comment: IconMessageCircle, ad_comment: IconAd2, message: IconMessage };
export const KIND_TEXTS = {
  comment: 'oneComment',
  ad_comment: 'oneAdComment',
  message: 'oneMessage',
} as const;
const STATUS_COLORS = { open: 'brand', pending: 'yellow', closed: 'gray' };

/** A line of the list: who wrote, what and when, and what is left to do. */
export function ConversationRow({
  conversation,
  account,
}: {
  conversation: CrmConversationView;
  account: string | undefined;
}) {
  const text = useText(MESSAGES);
  const { filter } = useFilter();
  const { id, contact, unreadCount, lastMessageAt, kind } = conversation;
  const name =
    contact?.name ??
    (contact?.username ? `@${contact.username}` : text(contact === null ? 'someone' : 'unnamed'));
  const Kind = KIND_ICONS[kind];
  return (
    <Link
      to="/inbox/$conversationId"
      params={{ conversationId: id }}
      search={filter}
      className={classes['row']}
    >
      <Avatar
        src={contact?.picture}
        name={contact?.name ?? contact?.username ?? '?'}
        color="initials"
        alt=""
      />
      <div className={classes['rowText']}>
        <Group gap="xs" justify="space-between" wrap="nowrap">
          <Text size="sm" fw={unreadCount > 0 ? 700 : 500} truncate>
            {name}
          </Text>
          <Text size="xs" c="dimmed" className={classes['still']}>
            <Time at={lastMessageAt} />
          </Text>
        </Group>
        <Group gap="xs" justify="space-between" wrap="nowrap">
          <Text size="sm" c={unreadCount > 0 ? undefined : 'dimmed'} truncate>
            <LastMessage conversation={conversation} />
          </Text>
          {unreadCount > 0 && (
            <Badge
              size="sm"
              circle={unreadCount < 10}
              flex="none"
              aria-label={text('unreadCount', { count: unreadCount })}
            >
              {shownCount(unreadCount, true)}
            </Badge>
          )}
        </Group>
        <Group gap={6} wrap="nowrap" c="dimmed">
          <Tooltip label={text(KIND_TEXTS[kind])}>
            <Kind size={14} role="img" aria-label={text(KIND_TEXTS[kind])} />
          </Tooltip>
          <Text size="xs" truncate>
            {account}
          </Text>
          <Marks conversation={conversation} />
        </Group>
      </div>
    </Link>
  );
}

function LastMessage({ conversation }: { conversation: CrmConversationView }) {
  const text = useText(MESSAGES);
  const { lastMessageText, lastMessageDirection } = conversation;
  if (lastMessageText === null) return <i>{text('noText')}</i>;
  return lastMessageDirection === 'out' ? text('you', { text: lastMessageText }) : lastMessageText;
}

function Marks({ conversation: { status, assignee } }: { conversation: CrmConversationView }) {
  const text = useText(MESSAGES);
  const { userId } = useSession();
  const { filter } = useFilter();
  const owner = assignee === userId ? text('assignedToMe') : text('assignedTo', { user: assignee });
  return (
    <>
      {filter.status === 'all' && (
        <Badge size="xs" variant="light" color={STATUS_COLORS[status]} className={classes['still']}>
          {text(status)}
        </Badge>
      )}
      {assignee !== null && (
        <Tooltip label={owner}>
          <IconUserCheck size={14} role="img" aria-label={owner} className={classes['still']} />
        </Tooltip>
      )}
    </>
  );
}
