import { Avatar, Badge, Group, Stack, Text } from '@mantine/core';
import { IconHeartFilled, IconPinFilled } from '@tabler/icons-react';
import type { CrmConversationView, CrmMessageView, DirectView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { useMay } from '../../session/use-session.js';
import { Time } from '../../ui/time.js';
import { CONVERSATION_MESSAGES } from './conversation.messages.js';
import classes from './inbox.module.css';
import { MessageActions } from './message-actions.js';
import { MessageContent } from './message-content.js';

const ALIGN = { in: 'flex-start', out: 'flex-end' };

/** A comment or message, with its author, what TikTok shows of it, and what can be done with it. */
export function MessageBubble({
  message,
  conversation,
  direct,
  quoted,
  reply,
}: {
  message: CrmMessageView;
  conversation: CrmConversationView;
  direct: DirectView | null;
  quoted: string | undefined;
  reply: (message: CrmMessageView) => void;
}) {
  const text = useText(CONVERSATION_MESSAGES);
  const mayAct = useMay('editor');
  const { author, direction } = message;
  const isOwn = direction === 'out';
  const unnamed = text(author.contactId === null ? 'someone' : 'unnamed');
  const name = isOwn ? text('account') : (author.name ?? author.username ?? unnamed);
  return (
    <Group align="flex-start" justify={ALIGN[direction]} gap="xs" wrap="nowrap">
      {!isOwn && <Avatar size="sm" src={author.picture} name={author.name ?? '?'} color="initials" alt="" />}
      <Stack gap={4} align={ALIGN[direction]} miw={0}>
        <Group gap="xs" wrap="wrap">
          <Text size="xs" fw={600}>
            {name}
          </Text>
          <Text size="xs" c="dimmed">
            <Time at={message.sentAt} />
          </Text>
          <Shown message={message} />
        </Group>
        <div className={classes['bubble']} data-own={isOwn || undefined}>
          {quoted !== undefined && (
            <Text size="xs" c="dimmed" lineClamp={2}>
              {text('quoted', { text: quoted })}
            </Text>
          )}
          <MessageContent message={message} />
        </div>
        <Group gap="xs">
          <Marks message={message} direct={direct} />
          {mayAct && <MessageActions message={message} conversation={conversation} reply={reply} />}
        </Group>
      </Stack>
    </Group>
  );
}

/** Who sees the message on TikTok, unless all do. */
function Shown({ message: { visibility, erasedAt } }: { message: CrmMessageView }) {
  const text = useText(CONVERSATION_MESSAGES);
  if (erasedAt !== null)
    return (
      <Badge size="xs" variant="light" color="gray">
        {text('erased')}
      </Badge>
    );
  if (visibility === 'public') return null;
  return (
    <Badge size="xs" variant="light" color={visibility === 'deleted' ? 'red' : 'yellow'}>
      {text(visibility)}
    </Badge>
  );
}

function Marks({ message, direct }: { message: CrmMessageView; direct: DirectView | null }) {
  const text = useText(CONVERSATION_MESSAGES);
  const reactions = direct?.reactions.filter(({ platformId }) => platformId === message.tiktokId) ?? [];
  const isSeen =
    message.direction === 'out' &&
    !!direct?.readUntil &&
    Date.parse(message.sentAt) <= Date.parse(direct.readUntil);
  return (
    <>
      {message.pinned && <IconPinFilled size={14} role="img" aria-label={text('pinned')} />}
      {message.liked && (
        <IconHeartFilled size={14} color="var(--mantine-color-red-6)" role="img" aria-label={text('liked')} />
      )}
      {message.likes !== null && message.likes > 0 && (
        <Text size="xs" c="dimmed">
          {text('likes', { count: message.likes })}
        </Text>
      )}
      {/* A drawn emoji is an address, which says nothing as text. */}
      {reactions.map(({ emoji, by, at }) => (
        <span key={`${by}${at}`}>{emoji.startsWith('http') ? '❤️' : emoji}</span>
      ))}
      {isSeen && (
        <Text size="xs" c="dimmed">
          {text('seen')}
        </Text>
      )}
    </>
  );
}
