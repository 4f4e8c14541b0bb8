import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useText } from '../../../i18n/use-text.js';
import { MESSAGES } from './composer.messages.js';

/** Asks before the user leaves the page while a file is sent. */
export function LeaveGuard({ isBusy }: { isBusy: () => boolean }) {
  const text = useText(MESSAGES);
  const blocker = useBlocker({ shouldBlockFn: isBusy, enableBeforeUnload: isBusy, withResolver: true });
  return (
    <Modal opened={blocker.status === 'blocked'} onClose={() => blocker.reset?.()} title={text('leaveTitle')}>
      <Text>{text('leaveDetail')}</Text>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {text('leave')}
        </Button>
        <Button onClick={() => blocker.reset?.()}>{text('stay')}</Button>
      </Group>
    </Modal>
  );
}
