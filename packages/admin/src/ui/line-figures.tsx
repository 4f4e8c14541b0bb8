import { LineChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { Box, ScrollArea, Table } from '@mantine/core';
import { useIntl } from 'react-intl';
import { Figure } from './figure.js';

export interface Line {
  /** The key of its values. */
  key: string;
  label: string;
}

export interface DayOfFigures {
  /** A day of UTC, or a time. */
  at: string;
  /** Null is a gap. */
  values: Record<string, number | null>;
}

const COLORS = [
  'brand.6',
  'blue.6',
  'orange.6',
  'grape.6',
  'cyan.7',
  'pink.6',
  'yellow.8',
  'indigo.5',
] as const;

/** Draws figures over time as lines. A gap is drawn as a gap; a reading between two gaps is a dot. */
export function LineFigures({
  lines,
  days,
  label,
  references = [],
  withTime = false,
  fromZero = false,
}: {
  lines: readonly Line[];
  days: readonly DayOfFigures[];
  /** What the chart shows, for screen readers. */
  label: string;
  /** Horizontal lines to compare with. */
  references?: { y: number; label: string }[];
  withTime?: boolean;
  /** True: the axis begins at zero, as long as no value is negative. */
  fromZero?: boolean;
}) {
  const intl = useIntl();
  const write = useTimeLabel(withTime);
  const isNegative = days.some(({ values }) =>
    Object.values(values).some((value) => value !== null && value < 0),
  );
  const lowest = fromZero && !isNegative ? 0 : 'auto';
  return (
    <Box role="img" aria-label={label}>
      <LineChart
        h={300}
        data={days.map(({ at, values }) => ({ at: write(at), ...values }))}
        dataKey="at"
        series={lines.map((line, index) => ({
          name: line.key,
          label: line.label,
          color: COLORS[index % COLORS.length] ?? 'gray',
        }))}
        connectNulls={false}
        curveType="linear"
        withLegend={lines.length > 1}
        legendProps={{ verticalAlign: 'bottom' }}
        dotProps={{ r: days.length > 45 ? 1.5 : 3, strokeWidth: 0 }}
        referenceLines={references.map((line) => ({ ...line, color: 'gray.6', ifOverflow: 'extendDomain' }))}
        xAxisProps={{ minTickGap: 24 }}
        yAxisProps={{ width: 56, domain: [lowest, 'auto'], allowDecimals: false }}
        valueFormatter={(value) =>
          intl.formatNumber(value, { notation: 'compact', maximumFractionDigits: 1 })
        }
      />
    </Box>
  );
}

/** The same figures as a table, the newest first. */
export function TableFigures({
  lines,
  days,
  head,
  withTime = false,
}: {
  lines: readonly Line[];
  days: readonly DayOfFigures[];
  /** The title of the column of times. */
  head: string;
  withTime?: boolean;
}) {
  const write = useTimeLabel(withTime, true);
  return (
    <ScrollArea.Autosize mah={300} type="auto" viewportProps={{ tabIndex: 0 }}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{head}</Table.Th>
            {lines.map((line) => (
              <Table.Th key={line.key} ta="right">
                {line.label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {days.toReversed().map(({ at, values }) => (
            <Table.Tr key={at}>
              <Table.Td>{write(at)}</Table.Td>
              {lines.map((line) => (
                <Table.Td key={line.key} ta="right">
                  <Figure value={values[line.key]} inherit />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}

function useTimeLabel(withTime: boolean, withYear = false): (at: string) => string {
  const intl = useIntl();
  return (at) =>
    intl.formatDate(at, {
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
      ...(withYear && { year: 'numeric' }),
      ...(withTime && { hour: '2-digit', minute: '2-digit' }),
    });
}
