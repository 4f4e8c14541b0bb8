import { Alert, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import type { AdObjectView, StatusResultView } from 'tiktok-connector-client';
import { useChange } from '../../../api/mutations.js';
import { useText } from '../../../i18n/use-text.js';
import { MESSAGES } from './campaigns.messages.js';

/** Pauses or enables an object. A dialog asks first, because it changes what is spent. */
export function StatusButton({ object }: { object: AdObjectView }) {
  const text = useText(MESSAGES);
  const [opened, dialog] = useDisclosure();
  const isEnabled = object.status === 'ENABLE';
  const name = object.name ?? object.id;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={
          isEnabled ? <IconPlayerPause size={14} aria-hidden /> : <IconPlayerPlay size={14} aria-hidden />
        }
        aria-label={text(isEnabled ? 'pauseNamed' : 'enableNamed', { name })}
        onClick={dialog.open}
      >
        {text(isEnabled ? 'pause' : 'enable')}
      </Button>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title={text(isEnabled ? 'pauseNamed' : 'enableNamed', { name })}
      >
        <Confirmation object={object} close={dialog.close} />
      </Modal>
    </>
  );
}

function Confirmation({ object, close }: { object: AdObjectView; close: () => void }) {
  const text = useText(MESSAGES);
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<StatusResultView>();
  const isEnabled = object.status === 'ENABLE';
  const change = useChange(
    (connector, why: string) =>
      connector.POST('/api/ads/status', {
        body: {
          accountId: object.accountId,
          level: object.level,
          ids: [object.id],
          status: isEnabled ? 'pause' : 'enable',
          ...(why !== '' && { reason: why }),
        },
      }),
    { changes: [['ads']] },
  );
  const run = () =>
    change.mutate(reason.trim(), {
      onSuccess: ({ results: [result] }) => {
        if (result?.result !== 'done') return setRefused(result);
        notifications.show({ color: 'green', message: text(isEnabled ? 'paused' : 'enabled') });
        close();
      },
    });
  return (
    <form onSubmit={(event) => (event.preventDefault(), run())}>
      <Stack>
        <Text size="sm">{text(isEnabled ? 'pauseDetail' : 'enableDetail')}</Text>
        {refused && (
          <Alert color="red" role="alert">
            {refused.message ?? text(`result_${refused.result}`)}
          </Alert>
        )}
        <TextInput
          label={text('reason')}
          description={text('reasonDetail')}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {text('cancel')}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {text(isEnabled ? 'pause' : 'enable')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
