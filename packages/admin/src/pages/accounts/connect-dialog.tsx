import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconExternalLink, IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { IntegrationView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { accountName } from '../../ui/account-name.js';
import { MESSAGES } from './connect.messages.js';
import { IS_FRAMED, useAccountConsent } from './consent-page.js';
import { ALWAYS, PERMISSIONS, wantedPermissions, type Permission } from './permissions.js';

interface Props {
  /** The account to reconnect; without it, a new one is connected. */
  account?: IntegrationView;
  /** Permissions that a fix needs beside those that the account had. */
  added?: readonly string[];
  close: () => void;
}

/** Lets an admin choose permissions in plain words, and opens TikTok. */
export function ConnectDialog({ account, added, close }: Props) {
  const text = useText(MESSAGES);
  const title = account ? text('reconnect', { name: accountName(account) }) : text('connect');
  return (
    <Modal opened onClose={close} title={title} size="lg" closeButtonProps={{ 'aria-label': text('close') }}>
      <ConnectForm {...{ account, added, close }} />
    </Modal>
  );
}

function ConnectForm({ account, added, close }: Props) {
  const text = useText(MESSAGES);
  const [chosen, setChosen] = useState<string[]>(() => wantedPermissions(account, added));
  const consent = useAccountConsent(() => {
    notifications.show({ message: text('opened'), autoClose: 10_000 });
    close();
  });
  return (
    <Stack>
      <Text size="sm">{text(IS_FRAMED ? 'introFramed' : 'intro')}</Text>
      {account?.username && (
        <Alert color="brand" icon={<IconUserCheck aria-hidden />} p="xs">
          {text('same', { name: accountName(account) })}
        </Alert>
      )}
      <Checkbox.Group label={text('permissions')} value={chosen} onChange={setChosen}>
        <Stack gap="sm" mt="xs">
          {PERMISSIONS.map((permission) => (
            <PermissionBox key={permission} permission={permission} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {text('cancel')}
        </Button>
        <Button
          data-autofocus
          loading={consent.isPending}
          rightSection={<IconExternalLink size={16} aria-hidden />}
          onClick={() => consent.start({ scopes: chosen, ...(account && { integrationId: account.id }) })}
        >
          {text('go')}
        </Button>
      </Group>
    </Stack>
  );
}

function PermissionBox({ permission }: { permission: Permission }) {
  const text = useText(MESSAGES);
  const notes = [
    text(`${permission}.detail`),
    ...(permission === ALWAYS ? [text('always')] : []),
    ...(permission === 'business.creator.insights' ? [text('second')] : []),
  ];
  return (
    <Checkbox
      value={permission}
      label={text(permission)}
      description={notes.join(' ')}
      disabled={permission === ALWAYS}
    />
  );
}
