import { Kbd, Modal, Table, Text } from '@mantine/core';
import { useText } from '../../i18n/use-text.js';
import { KEY_MESSAGES } from './key-help.messages.js';

const KEYS = [
  ['next', 'j'],
  ['previous', 'k'],
  ['reply', 'r'],
  ['close', 'e'],
  ['help', '?'],
  ['send', 'Ctrl / ⌘', 'Enter'],
] as const;

export function KeyHelp({ opened, close }: { opened: boolean; close: () => void }) {
  const text = useText(KEY_MESSAGES);
  return (
    <Modal opened={opened} onClose={close} title={text('title')} centered>
      <Table>
        <Table.Tbody>
          {KEYS.map(([name, ...keys]) => (
            <Table.Tr key={name}>
              <Table.Td w={175}>
                {keys.map((key, index) => (
                  <span key={key}>
                    {index > 0 && ' + '}
                    <Kbd>{key}</Kbd>
                  </span>
                ))}
              </Table.Td>
              <Table.Td>{text(name)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed" mt="sm">
        {text('pause')}
      </Text>
    </Modal>
  );
}
