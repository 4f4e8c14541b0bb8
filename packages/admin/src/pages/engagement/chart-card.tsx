import { Alert, Card, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { SummaryView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { CsvButton } from '../../ui/csv-button.js';
import { LineFigures, TableFigures } from '../../ui/line-figures.js';
import { Failed, Loading } from '../../ui/states.js';
import { MESSAGES } from './engagement.messages.js';
import { FIGURES } from './engagement.search.js';
import { counterSeries, followerSeries, type Series } from './figures.rows.js';
import { useChangeOfFilters } from './filters.js';
import { useAccountNames } from '../../api/use-accounts.js';
import { MOST_LINES, type useFollowers } from './use-figures.js';

const route = getRouteApi('/engagement');

/** One figure over time, as a chart or a table. */
export function ChartCard({
  summary,
  followers,
  accounts,
}: {
  summary: SummaryView;
  followers: ReturnType<typeof useFollowers>;
  accounts: number;
}) {
  const text = useText(MESSAGES);
  const search = route.useSearch();
  const names = useAccountNames();
  const nameOf = (integrationId: string) => names(integrationId) ?? integrationId;
  const [as, setAs] = useState('chart');
  const { figure } = search;
  const series =
    figure === 'followers'
      ? followerSeries(followers.histories, nameOf)
      : counterSeries(summary, figure, search, { together: text('allTogether'), of: nameOf });
  const isByAccount = figure === 'followers' || search.by === 'account';
  return (
    <Card withBorder>
      <Choices as={as} setAs={setAs} series={series} />
      {isByAccount && accounts > MOST_LINES && (
        <Text size="sm" c="dimmed" mb="sm">
          {text(figure === 'followers' ? 'firstAccounts' : 'strongestAccounts', { count: MOST_LINES })}
        </Text>
      )}
      {figure === 'followers' && followers.error !== null && (
        <Failed error={followers.error} retry={() => void followers.refetch()} />
      )}
      {figure === 'followers' && followers.isPending ? <Loading /> : <Drawn as={as} series={series} />}
    </Card>
  );
}

function Drawn({ as, series }: { as: string; series: Series }) {
  const text = useText(MESSAGES);
  const { figure, show, days } = route.useSearch();
  const values = series.days.flatMap((day) => Object.values(day.values));
  if (values.every((value) => value === null)) return <Alert color="gray">{text('noReadings')}</Alert>;
  const label = text('chartLabel', { figure: text(figure), show: text(show), days });
  return (
    <>
      {as === 'chart' ? (
        <LineFigures {...series} label={label} fromZero={show === 'gained' && figure !== 'followers'} />
      ) : (
        <TableFigures {...series} head={text(days > 90 ? 'week' : 'day')} />
      )}
      {values.includes(null) && (
        <Text size="xs" c="dimmed" mt="xs">
          {text('gaps')}
        </Text>
      )}
    </>
  );
}

function Choices({ as, setAs, series }: { as: string; setAs: (as: string) => void; series: Series }) {
  const text = useText(MESSAGES);
  const search = route.useSearch();
  const change = useChangeOfFilters();
  const isCounter = search.figure !== 'followers';
  return (
    <Group gap="sm" mb="md">
      <Select
        w={{ base: '100%', xs: 160 }}
        aria-label={text('figure')}
        allowDeselect={false}
        data={FIGURES.map((figure) => ({ value: figure, label: text(figure) }))}
        value={search.figure}
        onChange={(value) =>
          change((old) => ({ ...old, figure: FIGURES.find((one) => one === value) ?? old.figure }))
        }
      />
      {isCounter && (
        <SegmentedControl
          size="xs"
          aria-label={text('measure')}
          value={search.show}
          onChange={(show) => change((old) => ({ ...old, show }))}
          data={[
            { value: 'gained', label: text('gained') },
            { value: 'total', label: text('total') },
          ]}
        />
      )}
      {isCounter && search.account === undefined && (
        <SegmentedControl
          size="xs"
          aria-label={text('split')}
          value={search.by}
          onChange={(by) => change((old) => ({ ...old, by }))}
          data={[
            { value: 'together', label: text('allTogether') },
            { value: 'account', label: text('byAccount') },
          ]}
        />
      )}
      <Group gap="xs" ml={{ sm: 'auto' }}>
        <SegmentedControl
          size="xs"
          aria-label={text('view')}
          value={as}
          onChange={setAs}
          data={[
            { value: 'chart', label: text('chart') },
            { value: 'table', label: text('table') },
          ]}
        />
        <CsvButton
          name={`${search.figure}-${search.days}`}
          header={[text('day'), ...series.lines.map(({ label }) => label)]}
          rows={series.days.map(({ at, values }) => [
            at.slice(0, 10),
            ...series.lines.map(({ key }) => values[key]),
          ])}
        />
      </Group>
    </Group>
  );
}
