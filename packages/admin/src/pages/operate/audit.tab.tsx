import { Card, Stack, Table, Text } from '@mantine/core';
import { IconFilterOff, IconHistory } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useList } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { Listed } from '../../ui/listed.js';
import { StackedTable } from '../../ui/stacked-table.js';
import { Empty } from '../../ui/states.js';
import { AuditFilters, useChangeAudit } from './audit-filters.js';
import { ActionRow } from './audit-row.js';
import { AUDIT_MESSAGES } from './audit.messages.js';
import { MESSAGES } from './operate.messages.js';

/** What admins changed, the newest first. */
export function AuditTab() {
  const text = useText(AUDIT_MESSAGES);
  const shared = useText(MESSAGES);
  const filter = useSearch({ from: '/operate/audit' });
  const change = useChangeAudit(filter);
  const list = useList(['audit', filter], (connector, cursor, signal) =>
    connector.GET('/api/audit', {
      params: { query: { ...filter, limit: 50, ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  );
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {text('detail')}
      </Text>
      <AuditFilters filter={filter} />
      <Listed
        list={list}
        empty={
          isFiltered ? (
            <Empty icon={IconFilterOff} title={shared('noMatch')} detail={shared('noMatchDetail')} />
          ) : (
            <Empty icon={IconHistory} title={text('none')} detail={text('noneDetail')} />
          )
        }
      >
        {(actions) => (
          <Card withBorder padding="xs">
            <StackedTable minWidth={860}>
              <Table.Thead>
                <Table.Tr>
                  {(['action', 'at', 'actor', 'target', 'outcome'] as const).map((column) => (
                    <Table.Th key={column}>{text(column)}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {actions.map((action) => (
                  <ActionRow key={action.id} action={action} narrow={change} />
                ))}
              </Table.Tbody>
            </StackedTable>
          </Card>
        )}
      </Listed>
    </Stack>
  );
}
