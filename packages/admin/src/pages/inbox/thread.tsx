import { Button, Center, Stack, Text } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
import type { ConversationDetailsView, CrmMessageView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { entriesOf } from './conversation-entries.js';
import { CONVERSATION_MESSAGES } from './conversation.messages.js';
import classes from './inbox.module.css';
import { MessageBubble } from './message-bubble.js';
import { OutgoingBubble } from './outgoing-bubble.js';
import { PostLine } from './post-panel.js';
import { TimelineLine } from './timeline-line.js';
import { useOlderMessages } from './use-conversation.js';

/** Everything that was written in a conversation, and what happened to it, the oldest first. */
export function Thread({
  details,
  reply,
}: {
  details: ConversationDetailsView;
  reply: (message: CrmMessageView) => void;
}) {
  const text = useText(CONVERSATION_MESSAGES);
  const { conversation, direct } = details;
  const older = useOlderMessages(conversation.id, details.messages);
  const entries = entriesOf(older.messages, details.timeline, details.unconfirmed);
  const texts = new Map(older.messages.map((message) => [message.tiktokId, message.text]));
  const hasMore = older.hasMore ?? details.olderMessagesCursor !== undefined;
  const frame = useRef<HTMLDivElement>(null);
  const last = entries.at(-1)?.id;
  // The newest line is what a user wants to see, also after they have replied.
  useLayoutEffect(() => {
    if (frame.current) frame.current.scrollTop = frame.current.scrollHeight;
  }, [last]);
  return (
    <div ref={frame} className={classes['entries']} tabIndex={0} role="log" aria-label={text('messages')}>
      <Stack gap="sm">
        <PostLine conversation={conversation} />
        {hasMore && (
          <Center>
            <Button size="xs" variant="subtle" loading={older.isLoading} onClick={older.more}>
              {text('older')}
            </Button>
          </Center>
        )}
        {entries.map((entry) => {
          if (entry.kind === 'event') return <TimelineLine key={entry.id} event={entry.event} />;
          if (entry.kind === 'outgoing') return <OutgoingBubble key={entry.id} outgoing={entry.outgoing} />;
          return (
            <MessageBubble
              key={entry.id}
              message={entry.message}
              conversation={conversation}
              direct={direct}
              quoted={texts.get(String(entry.message.content?.['quotedMessageId'])) ?? undefined}
              reply={reply}
            />
          );
        })}
        {direct?.isRequest && (
          <Text size="sm" c="dimmed" ta="center">
            {text('request')}
          </Text>
        )}
      </Stack>
    </div>
  );
}
