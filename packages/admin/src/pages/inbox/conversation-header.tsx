import { ActionIcon, Badge, Button, Group, Menu, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconArrowLeft,
  IconCheck,
  IconClock,
  IconDots,
  IconRotate,
  IconUserCheck,
  IconUserMinus,
  IconUserShare,
} from '@tabler/icons-react';
import type { CrmConversationView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { useMay, useSession } from '../../session/use-session.js';
import { AssignDialog } from './assign-dialog.js';
import { CONVERSATION_MESSAGES } from './conversation.messages.js';
import classes from './inbox.module.css';
import type { ConversationActions } from './use-conversation-actions.js';
import { useOpenedConversation } from './use-conversations.js';

const STATUS_COLORS = { open: 'brand', pending: 'yellow', closed: 'gray' };

/** Who wrote, in which state the conversation is, and what can be done with it. */
export function ConversationHeader({
  conversation,
  actions,
}: {
  conversation: CrmConversationView;
  actions: ConversationActions;
}) {
  const text = useText(CONVERSATION_MESSAGES);
  const mayAct = useMay('editor');
  const { close } = useOpenedConversation();
  const { contact, status } = conversation;
  return (
    <Group justify="space-between" wrap="nowrap" gap="xs" className={classes['bar']}>
      <Group gap="xs" wrap="nowrap" miw={0}>
        <ActionIcon
          variant="subtle"
          color="gray"
          hiddenFrom="md"
          aria-label={text('back')}
          onClick={() => void close()}
        >
          <IconArrowLeft size={20} />
        </ActionIcon>
        <div style={{ minWidth: 0 }}>
          <Group gap="xs" wrap="nowrap">
            <Title order={2} size="h5" lineClamp={1}>
              {contact?.name ?? contact?.username ?? text(contact === null ? 'someone' : 'unnamed')}
            </Title>
            <Badge size="sm" variant="light" color={STATUS_COLORS[status]} style={{ flexShrink: 0 }}>
              {text(status)}
            </Badge>
          </Group>
          <Text size="xs" c="dimmed" truncate>
            {contact?.username && contact.name !== null ? `@${contact.username} · ` : ''}
            <Assignee conversation={conversation} />
          </Text>
        </div>
      </Group>
      {mayAct && <Actions conversation={conversation} actions={actions} />}
    </Group>
  );
}

function Assignee({ conversation: { assignee } }: { conversation: CrmConversationView }) {
  const text = useText(CONVERSATION_MESSAGES);
  const { userId } = useSession();
  if (assignee === null) return text('notAssigned');
  return assignee === userId ? text('assignedToMe') : text('assignedTo', { user: assignee });
}

function Actions({
  conversation: { status, assignee },
  actions,
}: {
  conversation: CrmConversationView;
  actions: ConversationActions;
}) {
  const text = useText(CONVERSATION_MESSAGES);
  const { userId } = useSession();
  const isMine = assignee === userId;
  const [isAssigning, assigning] = useDisclosure();
  return (
    <Group gap={6} wrap="nowrap">
      <Button
        size="xs"
        variant={status === 'closed' ? 'default' : 'filled'}
        leftSection={status === 'closed' ? <IconRotate size={16} /> : <IconCheck size={16} />}
        loading={actions.isPending}
        onClick={() => actions.setStatus(status === 'closed' ? 'reopen' : 'close')}
      >
        {text(status === 'closed' ? 'reopen' : 'close')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={text('more')} title={text('more')}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {!isMine && (
            <Menu.Item leftSection={<IconUserCheck size={16} />} onClick={() => actions.assign(userId)}>
              {assignee === null ? text('assignToMe') : text('takeOver', { user: assignee })}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconUserShare size={16} />} onClick={assigning.open}>
            {text('assignTo')}
          </Menu.Item>
          {assignee !== null && (
            <Menu.Item leftSection={<IconUserMinus size={16} />} onClick={() => actions.assign(null)}>
              {text('unassign')}
            </Menu.Item>
          )}
          {status !== 'pending' && (
            <Menu.Item leftSection={<IconClock size={16} />} onClick={() => actions.setStatus('pending')}>
              {text('setPending')}
            </Menu.Item>
          )}
          {status === 'pending' && (
            <Menu.Item leftSection={<IconRotate size={16} />} onClick={() => actions.setStatus('reopen')}>
              {text('reopen')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <AssignDialog opened={isAssigning} close={assigning.close} assign={actions.assign} />
    </Group>
  );
}
