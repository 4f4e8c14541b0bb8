import { Alert, Button, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import type { KillSwitchAnswer } from 'tiktok-connector-client';
import { useChange } from '../../../api/mutations.js';
import { useText } from '../../../i18n/use-text.js';
import { TypedForm } from '../../../ui/typed-form.js';
import { useAdAccountNames } from '../use-ad-accounts.js';
import { MESSAGES } from './kill-switch.messages.js';

/** Pauses every campaign of one ad account, or of all. A typed word guards against a slip of the mouse. */
export function KillSwitch({ accountId }: { accountId?: string }) {
  const text = useText(MESSAGES);
  const [opened, dialog] = useDisclosure();
  return (
    <>
      <Button
        color="red"
        variant="light"
        leftSection={<IconHandStop size={18} aria-hidden />}
        onClick={dialog.open}
      >
        {text(accountId === undefined ? 'stopAll' : 'stopAccount')}
      </Button>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title={text(accountId === undefined ? 'stopAll' : 'stopAccount')}
        size="lg"
      >
        <Confirmation accountId={accountId} close={dialog.close} />
      </Modal>
    </>
  );
}

function Confirmation({ accountId, close }: { accountId: string | undefined; close: () => void }) {
  const text = useText(MESSAGES);
  const nameOf = useAdAccountNames();
  const [reason, setReason] = useState('');
  const stop = useChange(
    (connector, body: { reason: string; accountIds?: string[] }) =>
      connector.POST('/api/ads/kill-switch', { body }),
    { changes: [['ads']] },
  );
  const word = text('word');
  const run = () =>
    stop.mutate({ reason: reason.trim(), ...(accountId !== undefined && { accountIds: [accountId] }) });
  if (stop.data) return <Result result={stop.data} again={run} isPending={stop.isPending} close={close} />;
  return (
    <TypedForm
      field={{ label: text('type', { word }), required: true }}
      accepts={(typed) => typed.trim().toUpperCase() === word && reason.trim() !== ''}
      action={text('stopNow')}
      cancel={text('cancel')}
      isPending={stop.isPending}
      run={run}
      close={close}
    >
      <Text>
        {accountId === undefined ? text('explainAll') : text('explainAccount', { name: nameOf(accountId) })}
      </Text>
      <Textarea
        label={text('reason')}
        description={text('reasonDetail')}
        required
        autosize
        minRows={2}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </TypedForm>
  );
}

function Result({
  result,
  again,
  isPending,
  close,
}: {
  result: KillSwitchAnswer;
  again: () => void;
  isPending: boolean;
  close: () => void;
}) {
  const text = useText(MESSAGES);
  const isDone = result.failed === 0 && result.unread.length === 0;
  const failed = result.campaigns.filter((campaign) => campaign.result !== 'done');
  return (
    <Stack role="status">
      <Alert color={isDone ? 'green' : 'red'} title={text(isDone ? 'stopped' : 'notAllStopped')}>
        {text('counts', {
          paused: result.paused,
          accounts: result.accounts,
          launches: result.launchesStopped,
        })}
      </Alert>
      <List size="sm">
        {failed.map((campaign) => (
          <List.Item key={campaign.id}>
            {campaign.name ?? campaign.id}: {campaign.message ?? text('unconfirmed')}
          </List.Item>
        ))}
        {result.unread.map(({ accountId, family, message }) => (
          <List.Item key={`${accountId}${family}`}>
            {accountId ?? text('everyAccount')}: {message}
          </List.Item>
        ))}
      </List>
      <Group justify="flex-end">
        {!isDone && (
          <Button color="red" loading={isPending} onClick={again}>
            {text('again')}
          </Button>
        )}
        <Button variant="default" onClick={close}>
          {text('close')}
        </Button>
      </Group>
    </Stack>
  );
}
