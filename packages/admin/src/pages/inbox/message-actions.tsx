import { ActionIcon } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconArrowBackUp,
  IconEye,
  IconEyeOff,
  IconHeart,
  IconHeartOff,
  IconTrash,
  type Icon,
} from '@tabler/icons-react';
import type { CrmConversationView, CrmMessageView } from 'tiktok-connector-client';
import { useChange } from '../../api/mutations.js';
import { useText } from '../../i18n/use-text.js';
import { AskFirst } from '../../ui/ask-first.js';
import { OPENED } from './conversation-store.js';
import { CONVERSATION_MESSAGES } from './conversation.messages.js';

type Action = 'hide' | 'unhide' | 'like' | 'unlike' | 'delete';
const ICONS: Record<Action, Icon> = {
  hide: IconEyeOff,
  unhide: IconEye,
  like: IconHeart,
  unlike: IconHeartOff,
  delete: IconTrash,
};

/** What a user can do with one message on TikTok. */
export function MessageActions({
  message,
  conversation,
  reply,
}: {
  message: CrmMessageView;
  conversation: CrmConversationView;
  reply: (message: CrmMessageView) => void;
}) {
  const text = useText(CONVERSATION_MESSAGES);
  const [isAsking, asking] = useDisclosure();
  const act = useChange(
    (connector, action: Action) =>
      connector.POST(`/api/crm/conversations/{conversationId}/messages/{messageId}/${action}`, {
        params: { path: { conversationId: conversation.id, messageId: message.id } },
      }),
    { changes: [[...OPENED, conversation.id]] },
  );
  if (message.visibility === 'deleted' || message.type === 'european') return null;
  return (
    <>
      {message.direction === 'in' && (
        <Act icon={IconArrowBackUp} label={text('reply')} run={() => reply(message)} />
      )}
      {actionsOf(message, conversation).map((action) => (
        <Act
          key={action}
          icon={ICONS[action]}
          label={text(action)}
          isPending={act.isPending && act.variables === action}
          run={() => (action === 'delete' ? asking.open() : act.mutate(action))}
        />
      ))}
      <AskFirst
        opened={isAsking}
        close={asking.close}
        title={text('deleteTitle')}
        detail={text('deleteDetail')}
        confirm={text('delete')}
        cancel={text('cancel')}
        run={() => act.mutate('delete')}
      />
    </>
  );
}

/** TikTok knows these actions for comments only; only the account's own ones can be deleted, and only those of others hidden. */
function actionsOf(message: CrmMessageView, { kind }: CrmConversationView): Action[] {
  if (kind === 'message') return [];
  const like = message.liked ? 'unlike' : 'like';
  if (message.direction === 'out') return [like, 'delete'];
  return [like, message.visibility === 'hidden' ? 'unhide' : 'hide'];
}

function Act({
  icon: Picture,
  label,
  isPending = false,
  run,
}: {
  icon: Icon;
  label: string;
  isPending?: boolean;
  run: () => void;
}) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      aria-label={label}
      title={label}
      loading={isPending}
      onClick={run}
    >
      <Picture size={16} />
    </ActionIcon>
  );
}
