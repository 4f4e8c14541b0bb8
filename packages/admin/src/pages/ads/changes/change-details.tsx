import { Alert, Code, Stack, Table, Text } from '@mantine/core';
import type { ChangeView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { MESSAGES } from './changes.messages.js';

/** The values before and after a change, and where TikTok stored something else. */
export function ChangeDetails({ change }: { change: ChangeView }) {
  const text = useText(MESSAGES);
  const { before, after, body, differences, failMessage, tiktokRequestId } = change;
  const wanted = after ?? body;
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(wanted)])].filter(
    (field) => before === null || written(before[field]) !== written(wanted[field]),
  );
  return (
    <Stack gap="sm">
      {failMessage !== null && <Alert color="red">{failMessage}</Alert>}
      {change.adopted && <Text size="sm">{text('adopted')}</Text>}
      <Values
        head={[text('field'), text('before'), text('after')]}
        rows={fields.map((field) => [field, before?.[field], wanted[field]])}
      />
      {differences !== null && differences.length > 0 && (
        <>
          <Text fw={500}>{text('differences')}</Text>
          <Values
            head={[text('field'), text('sent'), text('stored')]}
            rows={differences.map(({ field, sent, stored }) => [field, sent, stored])}
          />
        </>
      )}
      {tiktokRequestId !== null && (
        <Text size="xs" c="dimmed">
          {text('requestId')} <Code>{tiktokRequestId}</Code>
        </Text>
      )}
    </Stack>
  );
}

function Values({ head, rows }: { head: string[]; rows: [field: string, left: unknown, right: unknown][] }) {
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {head.map((title) => (
              <Table.Th key={title}>{title}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(([field, left, right]) => (
            <Table.Tr key={field}>
              <Table.Td>{field}</Table.Td>
              <Table.Td>{written(left)}</Table.Td>
              <Table.Td>{written(right)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** A value as TikTok writes it; unknown is a dash. */
function written(value: unknown): string {
  if (value === undefined || value === null) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
