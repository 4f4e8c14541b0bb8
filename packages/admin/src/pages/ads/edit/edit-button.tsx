import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import type { AdObjectView } from 'tiktok-connector-client';
import { useAnswer } from '../../../api/queries.js';
import { useText } from '../../../i18n/use-text.js';
import { Answered } from '../../../ui/states.js';
import { useAdAccounts } from '../use-ad-accounts.js';
import { EditDialog } from './edit-dialog.js';
import { EDIT } from './edit.messages.js';
import { readObject } from './use-edit.js';

/** Opens the form that changes an object. It begins with what TikTok has now, not with the service's copy. */
export function EditButton({ object }: { object: AdObjectView }) {
  const text = useText(EDIT);
  const [opened, dialog] = useDisclosure();
  const name = object.name ?? object.id;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPencil size={14} aria-hidden />}
        aria-label={text('editNamed', { name })}
        onClick={dialog.open}
      >
        {text('edit')}
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={text('editNamed', { name })} size="lg">
        <Opened object={object} close={dialog.close} />
      </Modal>
    </>
  );
}

function Opened({ object, close }: { object: AdObjectView; close: () => void }) {
  const { data: accounts } = useAdAccounts();
  const account = accounts?.items.find(({ accountId }) => accountId === object.accountId);
  const query = useAnswer(
    ['ad-object-to-edit', object.level, object.id],
    async (connector, signal) => ({
      data: await readObject(connector, object, signal),
      response: new Response(),
    }),
    { staleTime: 0 },
  );
  // An older answer would show values that TikTok no longer has.
  const fresh = { ...query, data: query.isFetchedAfterMount ? query.data : undefined };
  return (
    <Answered query={fresh} rows={4}>
      {(details) => <EditDialog object={details} timeZone={account?.timeZone ?? 'UTC'} close={close} />}
    </Answered>
  );
}
