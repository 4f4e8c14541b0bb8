import { Code, Table, Text } from '@mantine/core';

/** One line for each field. What is nested stays JSON. */
export function Fields({ fields }: { fields: Record<string, unknown> }) {
  return (
    <Table.ScrollContainer minWidth={0}>
      <Table withTableBorder layout="auto">
        <Table.Tbody>
          {Object.entries(fields).map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th fw={500} w="1%" style={{ whiteSpace: 'nowrap' }}>
                {name}
              </Table.Th>
              <Table.Td>
                {typeof value === 'object' && value !== null ? (
                  <Code block>{JSON.stringify(value, null, 2)}</Code>
                ) : (
                  <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
                    {String(value)}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
