import { Card, Group, Table, Text, Title } from '@mantine/core';
import { FormattedNumber } from 'react-intl';
import type { SocialVideoView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { CsvButton } from '../../ui/csv-button.js';
import { Figure } from '../../ui/figure.js';
import { Time } from '../../ui/time.js';
import { MESSAGES } from './engagement.messages.js';
import { COUNTERS } from './engagement.search.js';
import { useVideoColumns, videoRow } from './video-columns.js';
import { VideoCell } from './video-cell.js';

/** The videos that gained the most views in the period. */
export function BestVideos({ videos }: { videos: readonly SocialVideoView[] }) {
  const text = useText(MESSAGES);
  const header = useVideoColumns();
  return (
    <Card withBorder>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {text('bestVideos')}
        </Title>
        <CsvButton name="best-videos" header={header} rows={videos.map(videoRow)} />
      </Group>
      {videos.length === 0 ? (
        <Text c="dimmed">{text('noBestVideos')}</Text>
      ) : (
        <Table.ScrollContainer minWidth={720} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table highlightOnHover verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th w="40%">{text('video')}</Table.Th>
                <Table.Th ta="right">{text('gainedViews')}</Table.Th>
                {COUNTERS.map((counter) => (
                  <Table.Th key={counter} ta="right">
                    {text(counter)}
                  </Table.Th>
                ))}
                <Table.Th>{text('read')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {videos.map((video) => (
                <Table.Tr key={video.videoId}>
                  <Table.Td maw={320}>
                    <VideoCell video={video} />
                  </Table.Td>
                  <Table.Td ta="right">
                    <Gain value={video.growth} />
                  </Table.Td>
                  {COUNTERS.map((counter) => (
                    <Table.Td key={counter} ta="right">
                      <Figure value={video[counter]} inherit />
                    </Table.Td>
                  ))}
                  <Table.Td>
                    <Text span size="sm" c="dimmed">
                      <Time at={video.capturedAt} />
                    </Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Card>
  );
}

/** A number with its sign; unknown is not zero. */
export function Gain({ value }: { value: number | null | undefined }) {
  if (value === null || value === undefined) return <Figure value={null} inherit />;
  return <FormattedNumber value={value} signDisplay="exceptZero" />;
}
