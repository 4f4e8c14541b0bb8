import { Button, Group, Modal, Text } from '@mantine/core';

/** Asks before something that cannot be undone, or that concerns much. */
export function AskFirst({
  opened,
  close,
  title,
  detail,
  confirm,
  cancel,
  color = 'red',
  run,
}: {
  opened: boolean;
  close: () => void;
  title: string;
  detail: string;
  confirm: string;
  cancel: string;
  color?: string;
  run: () => void;
}) {
  return (
    <Modal opened={opened} onClose={close} title={title} centered>
      <Text size="sm">{detail}</Text>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={close} data-autofocus>
          {cancel}
        </Button>
        <Button color={color} onClick={() => (close(), run())}>
          {confirm}
        </Button>
      </Group>
    </Modal>
  );
}
