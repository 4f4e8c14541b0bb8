import { Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { ConversationDetailsView } from 'tiktok-connector-client';
import { useMay } from '../../session/use-session.js';
import { Answered } from '../../ui/states.js';
import { Composer } from './composer.js';
import { ConversationHeader } from './conversation-header.js';
import { Thread } from './thread.js';
import classes from './inbox.module.css';
import { PostPanel } from './post-panel.js';
import { useConversation } from './use-conversation.js';
import { useConversationActions } from './use-conversation-actions.js';
import { useConversationKeys, useNeighbours } from './use-keys.js';
import { useOpenedConversation } from './use-conversations.js';
import { useReplyTarget } from './use-reply-target.js';

export function ConversationPage() {
  const { conversationId } = useParams({ from: '/inbox/$conversationId' });
  // Nothing of one conversation may stay while another one is opened, least of all what a user has typed.
  return <Opened key={conversationId} conversationId={conversationId} />;
}

function Opened({ conversationId }: { conversationId: string }) {
  const query = useConversation(conversationId);
  return (
    <Answered query={query} rows={6}>
      {(details) => <Conversation details={details} />}
    </Answered>
  );
}

function Conversation({ details }: { details: ConversationDetailsView }) {
  const { conversation } = details;
  const mayAct = useMay('editor');
  const target = useReplyTarget();
  const field = useRef<HTMLTextAreaElement>(null);
  const actions = useConversationActions(conversation);
  const neighbours = useNeighbours();
  const { open } = useOpenedConversation();

  useMarkRead(mayAct && conversation.unreadCount > 0, actions.markRead);
  useConversationKeys(
    () => field.current?.focus(),
    () => {
      if (!mayAct || conversation.status === 'closed') return;
      actions.setStatus('close');
      const following = neighbours.next ?? neighbours.previous;
      if (following !== undefined) void open(following);
    },
  );

  return (
    <div className={classes['thread']}>
      <section className={classes['column']}>
        <ConversationHeader conversation={conversation} actions={actions} />
        <Thread
          details={details}
          reply={(message) => {
            target.choose(message);
            field.current?.focus();
          }}
        />
        {mayAct && <Composer details={details} target={target} field={field} />}
      </section>
      <aside className={classes['beside']}>
        <Stack p="md">
          <PostPanel conversation={conversation} />
        </Stack>
      </aside>
    </div>
  );
}

/** Marks the conversation as read when a user opens it, and when a message arrives while they look at it. */
function useMarkRead(isUnread: boolean, markRead: () => void): void {
  useEffect(() => {
    const mark = () => isUnread && document.visibilityState === 'visible' && markRead();
    mark();
    document.addEventListener('visibilitychange', mark);
    return () => document.removeEventListener('visibilitychange', mark);
  }, [isUnread, markRead]);
}
