import { Alert, Group, Stack, Table, Text } from '@mantine/core';
import { FormattedNumber, useIntl } from 'react-intl';
import type { QualityReportView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { MESSAGES } from './report.messages.js';

const MOST_LINES = 10;

/** How good a file is. It has numbers only, and no value of the file. */
export function QualityReport({ report }: { report: QualityReportView }) {
  const text = useText(MESSAGES);
  return (
    <Stack gap="sm" aria-label={text('title')} role="region">
      <Forecast report={report} />
      <Group gap="lg">
        <Count name={text('rows')} value={report.rows} />
        <Count name={text('usableRows')} value={report.usableRows} />
        <Count name={text('distinct')} value={report.distinct} isEstimate={report.isEstimate} />
        <Count name={text('duplicates')} value={report.duplicates} isEstimate={report.isEstimate} />
      </Group>
      <Columns report={report} />
      <Defects report={report} />
    </Stack>
  );
}

function Forecast({ report: { forecast } }: { report: QualityReportView }) {
  const text = useText(MESSAGES);
  const intl = useIntl();
  if (forecast.verdict === 'too_small')
    return <Alert color="red">{text('tooSmall', { minimum: forecast.minimum })}</Alert>;
  const { neededMatchRate } = forecast;
  return (
    <Alert color="blue">
      {neededMatchRate !== null &&
        text('needed', {
          rate: intl.formatNumber(neededMatchRate, { style: 'percent', maximumFractionDigits: 1 }),
          minimum: forecast.minimum,
        })}
    </Alert>
  );
}

function Count({ name, value, isEstimate = false }: { name: string; value: number; isEstimate?: boolean }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text fw={600}>
        {isEstimate && '≈ '}
        <FormattedNumber value={value} />
      </Text>
    </div>
  );
}

function Columns({ report }: { report: QualityReportView }) {
  const text = useText(MESSAGES);
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text('column')}</Table.Th>
            <Table.Th ta="right">{text('valid')}</Table.Th>
            <Table.Th ta="right">{text('invalid')}</Table.Th>
            <Table.Th>{text('form')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.columns.map((column) => (
            <Table.Tr key={column.kind + String(column.position)}>
              <Table.Td>
                {text(`kind_${column.kind}`)}
                {column.position !== null && ` (${column.position})`}
              </Table.Td>
              <Table.Td ta="right">
                <FormattedNumber value={column.valid} />
              </Table.Td>
              <Table.Td ta="right">
                <FormattedNumber value={column.invalid} />
              </Table.Td>
              <Table.Td>{text(column.alreadyHashed ? 'hashed' : 'plain')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Defects({ report: { defects } }: { report: QualityReportView }) {
  const text = useText(MESSAGES);
  if (defects.length === 0) return <Text size="sm">{text('noDefects')}</Text>;
  return (
    <Stack gap={4}>
      {defects.map(({ reason, count, lines }) => (
        <Text key={reason} size="sm">
          {text(`defect_${reason}`, { count })}{' '}
          <Text span size="sm" c="dimmed">
            {text('lines', {
              lines: lines.slice(0, MOST_LINES).join(', ') + (count > MOST_LINES ? ', …' : ''),
            })}
          </Text>
        </Text>
      ))}
    </Stack>
  );
}
