import { Card, Table, Text, Title } from '@mantine/core';
import { FormattedNumber, useIntl } from 'react-intl';
import type { SocialVideoView, VideoDetailsView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { Figure } from '../../ui/figure.js';
import { Time } from '../../ui/time.js';
import { MESSAGES as FIGURES } from './engagement.messages.js';
import { COUNTERS } from './engagement.search.js';
import { medianOf } from './median.js';
import { MESSAGES } from './videos.messages.js';

/** The counters of a video beside the median of the account's other videos. */
export function Comparison({
  video,
  others,
}: {
  video: VideoDetailsView;
  /** The account's other videos; undefined until they are read. */
  others: readonly SocialVideoView[] | undefined;
}) {
  const text = useText(MESSAGES);
  const figures = useText(FIGURES);
  return (
    <Card withBorder h="100%">
      <Title order={2} size="h4" mb="xs">
        {text('compared')}
      </Title>
      <Table.ScrollContainer minWidth={0} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table horizontalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{figures('figure')}</Table.Th>
              <Table.Th ta="right">{text('thisVideo')}</Table.Th>
              <Table.Th ta="right">{text('median')}</Table.Th>
              <Table.Th ta="right">{text('ratio')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {COUNTERS.map((counter) => {
              const median = medianOf(others ?? [], counter);
              return (
                <Table.Tr key={counter}>
                  <Table.Td>{figures(counter)}</Table.Td>
                  <Table.Td ta="right">
                    <Figure value={video[counter]} inherit />
                  </Table.Td>
                  <Table.Td ta="right">
                    <Figure value={median} inherit />
                  </Table.Td>
                  <Table.Td ta="right">
                    <Ratio value={video[counter]} median={median} />
                  </Table.Td>
                </Table.Tr>
              );
            })}
            <Late name={text('favorites')} value={video.favorites} />
            <Late name={text('reach')} value={video.reach} />
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="xs" c="dimmed" mt="xs">
        {others !== undefined &&
          (others.length === 0 ? text('noMedian') : text('medianOf', { count: others.length }))}{' '}
        {video.insightsAt !== null && (
          <>
            {text('late')} (<Time at={video.insightsAt} />)
          </>
        )}
      </Text>
    </Card>
  );
}

function Late({ name, value }: { name: string; value: number | null }) {
  if (value === null) return null;
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      <Table.Td ta="right">
        <FormattedNumber value={value} />
      </Table.Td>
      <Table.Td ta="right">–</Table.Td>
      <Table.Td ta="right">–</Table.Td>
    </Table.Tr>
  );
}

function Ratio({ value, median }: { value: number | null; median: number | null }) {
  const text = useText(MESSAGES);
  const intl = useIntl();
  if (value === null || median === null || median === 0) return <Figure value={null} inherit />;
  const ratio = intl.formatNumber(value / median, { maximumFractionDigits: 1 });
  return <>{text('times', { ratio })}</>;
}
