import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.js';
import { MESSAGES } from './publish.messages.js';

/** Asks before something that cannot be undone. A refusal stays in the dialog, so that the user can react. */
export function Confirm({
  opened,
  title,
  detail,
  action,
  color,
  error,
  loading,
  disabled = false,
  children,
  onConfirm,
  onClose,
}: {
  opened: boolean;
  title: string;
  detail: string;
  action: string;
  color?: string;
  error: Error | null;
  loading: boolean;
  disabled?: boolean;
  children?: ReactNode;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const text = useText(MESSAGES);
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <Stack>
        <Text size="sm">{detail}</Text>
        {children}
        {error && (
          <Alert color="red" p="xs" role="alert">
            {error.message}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {text('close')}
          </Button>
          <Button {...(color && { color })} loading={loading} disabled={disabled} onClick={onConfirm}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
