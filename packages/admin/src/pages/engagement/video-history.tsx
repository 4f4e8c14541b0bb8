import { Alert, Card, Group, SegmentedControl, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { HistoryView, SocialVideoView, VideoDetailsView } from 'tiktok-connector-client';
import { useAnswer } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { CsvButton } from '../../ui/csv-button.js';
import { LineFigures, TableFigures } from '../../ui/line-figures.js';
import { Answered } from '../../ui/states.js';
import { MESSAGES as FIGURES } from './engagement.messages.js';
import { COUNTERS, PERIODS, rangeOf, type Counter } from './engagement.search.js';
import { medianOf } from './median.js';
import { MESSAGES } from './videos.messages.js';

/** How the counters of a video have grown. */
export function VideoHistory({
  video,
  others,
}: {
  video: VideoDetailsView;
  others: readonly SocialVideoView[] | undefined;
}) {
  const text = useText(MESSAGES);
  const figures = useText(FIGURES);
  const [days, setDays] = useState(28);
  const [counter, setCounter] = useState<Counter>('views');
  const [as, setAs] = useState('chart');
  const { videoId } = video;
  const query = useAnswer(['figures', 'history', videoId, days], (connector, signal) =>
    connector.GET('/api/social-activity/videos/{videoId}/history', {
      params: { path: { videoId }, query: rangeOf(days) },
      signal,
    }),
  );
  return (
    <Card withBorder>
      <Group mb="md" gap="sm">
        <Title order={2} size="h4" mr="auto">
          {text('history')}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={figures('figure')}
          value={counter}
          onChange={setCounter}
          data={COUNTERS.map((one) => ({ value: one, label: figures(one) }))}
        />
        <SegmentedControl
          size="xs"
          aria-label={figures('period')}
          value={String(days)}
          onChange={(value) => setDays(Number(value))}
          data={PERIODS.map((one) => ({ value: String(one), label: figures('days', { days: one }) }))}
        />
        <SegmentedControl
          size="xs"
          aria-label={figures('view')}
          value={as}
          onChange={setAs}
          data={[
            { value: 'chart', label: figures('chart') },
            { value: 'table', label: figures('table') },
          ]}
        />
        {query.data && (
          <CsvButton
            name={`video-${videoId}`}
            header={[
              text(`step_${query.data.step}`),
              ...COUNTERS.map((one) => figures(one)),
              figures('read'),
            ]}
            rows={query.data.points.map(({ from, reading }) => [
              from,
              ...COUNTERS.map((one) => reading?.[one]),
              reading?.capturedAt,
            ])}
          />
        )}
      </Group>
      <Answered query={query}>
        {(history) => (
          <Drawn history={history} counter={counter} as={as} median={medianOf(others ?? [], counter)} />
        )}
      </Answered>
    </Card>
  );
}

function Drawn({
  history,
  counter,
  as,
  median,
}: {
  history: HistoryView;
  counter: Counter;
  as: string;
  median: number | null;
}) {
  const text = useText(MESSAGES);
  const figures = useText(FIGURES);
  const lines = [{ key: counter, label: figures(counter) }];
  const points = history.points.map(({ from, reading }) => ({
    at: from,
    values: { [counter]: reading?.[counter] ?? null },
  }));
  const known = points.filter(({ values }) => values[counter] !== null).length;
  if (known === 0) return <Alert color="gray">{text('noHistory')}</Alert>;
  const withTime = history.step === 'hour';
  if (as === 'table')
    return (
      <TableFigures lines={lines} days={points} head={text(`step_${history.step}`)} withTime={withTime} />
    );
  return (
    <>
      <LineFigures
        lines={lines}
        days={points}
        withTime={withTime}
        fromZero
        label={text('historyLabel', { figure: figures(counter) })}
        references={median === null ? [] : [{ y: median, label: text('median') }]}
      />
      {known < points.length && (
        <Text size="xs" c="dimmed" mt="xs">
          {text('gaps')}
        </Text>
      )}
    </>
  );
}
