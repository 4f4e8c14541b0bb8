import { Alert, Button, List, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import type { AudienceDetailsView, AudienceUploadView } from 'tiktok-connector-client';
import { useChange } from '../../../api/mutations.js';
import { useAnswer } from '../../../api/queries.js';
import { useText } from '../../../i18n/use-text.js';
import { TypedForm } from '../../../ui/typed-form.js';
import { MESSAGES } from './lookalike.messages.js';

const MOST_AD_GROUPS = 200;

/** Deletes an audience at TikTok, after its name was typed. */
export function DeleteAudience({ audience }: { audience: AudienceDetailsView }) {
  const text = useText(MESSAGES);
  const [opened, dialog] = useDisclosure();
  return (
    <>
      <Button
        color="red"
        variant="light"
        leftSection={<IconTrash size={18} aria-hidden />}
        onClick={dialog.open}
      >
        {text('delete')}
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={text('deleteNamed', { name: audience.name })}>
        <Confirmation audience={audience} close={dialog.close} />
      </Modal>
    </>
  );
}

function Confirmation({ audience, close }: { audience: AudienceDetailsView; close: () => void }) {
  const text = useText(MESSAGES);
  const { id, name } = audience;
  const remove = useChange(
    (connector, audienceId: string) =>
      connector.DELETE('/api/ads/audiences/{audienceId}', { params: { path: { audienceId } } }),
    {
      changes: [
        ['ads', 'audience', id],
        ['ads', 'audiences'],
      ],
      done: text('deleting'),
    },
  );
  const run = () => remove.mutate(id, { onSuccess: close });
  return (
    <TypedForm
      field={{ label: text('typeName', { name }), required: true }}
      accepts={(typed) => typed.trim() === name.trim()}
      action={text('delete')}
      cancel={text('cancel')}
      isPending={remove.isPending}
      run={run}
      close={close}
    >
      <Uses audience={audience} />
      <List size="sm" spacing={4}>
        <List.Item>{text('deleteFinal')}</List.Item>
        <List.Item>{text('deleteRefused')}</List.Item>
      </List>
    </TypedForm>
  );
}

/** The ad groups that use the audience as far as this service has put it there. */
function Uses({ audience: { accountId, uploads } }: { audience: AudienceDetailsView }) {
  const text = useText(MESSAGES);
  const ids = usedIn(uploads);
  const { data } = useAnswer(
    ['ads', 'objects', 'for-audience', accountId],
    (connector, signal) =>
      connector.GET('/api/ads/ad-groups', {
        params: { query: { accountId, limit: MOST_AD_GROUPS } },
        signal,
      }),
    { enabled: ids.length > 0 },
  );
  if (ids.length === 0) return <Text size="sm">{text('noUses')}</Text>;
  const nameOf = (id: string) => data?.items.find((one) => one.id === id)?.name ?? id;
  return (
    <Alert color="orange" title={text('uses', { count: ids.length })}>
      <List size="sm">
        {ids.map((id) => (
          <List.Item key={id}>{nameOf(id)}</List.Item>
        ))}
      </List>
      {text('usesDetail')}
    </Alert>
  );
}

/** What the operations leave behind: the newest one of an ad group counts. They are listed with the newest first. */
export function usedIn(uploads: readonly AudienceUploadView[]): string[] {
  const modes = new Map<string, AudienceUploadView['mode']>();
  for (const { action, state, mode, adGroupIds } of uploads)
    if (action === 'apply' && state !== 'failed')
      for (const id of adGroupIds ?? []) if (!modes.has(id)) modes.set(id, mode);
  return [...modes].flatMap(([id, mode]) => (mode === 'disconnect' ? [] : [id]));
}
