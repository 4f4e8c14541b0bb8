import { Autocomplete, Button, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useAnswer } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { USERS } from './conversation-store.js';
import { CONVERSATION_MESSAGES } from './conversation.messages.js';

/** Chooses who answers a conversation. The service knows only users who have worked in the inbox, so another id can be typed. */
export function AssignDialog({
  opened,
  close,
  assign,
}: {
  opened: boolean;
  close: () => void;
  assign: (userId: string) => void;
}) {
  const text = useText(CONVERSATION_MESSAGES);
  return (
    <Modal opened={opened} onClose={close} title={text('assignTitle')}>
      <AssignForm close={close} assign={assign} />
    </Modal>
  );
}

function AssignForm({ close, assign }: { close: () => void; assign: (userId: string) => void }) {
  const text = useText(CONVERSATION_MESSAGES);
  const [typed, setTyped] = useState('');
  const users = useAnswer(USERS, (connector, signal) => connector.GET('/api/crm/users', { signal }));
  const userId = typed.trim();
  const submit = () => {
    if (userId === '') return;
    close();
    assign(userId);
  };
  return (
    <form onSubmit={(event) => (event.preventDefault(), submit())}>
      <Stack>
        <Autocomplete
          label={text('user')}
          description={text('userDetail')}
          data-autofocus
          maxLength={200}
          data={users.data?.items.map(({ id }) => id) ?? []}
          value={typed}
          onChange={setTyped}
          comboboxProps={{ withinPortal: true }}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {text('cancel')}
          </Button>
          <Button type="submit" disabled={userId === ''}>
            {text('assign')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
