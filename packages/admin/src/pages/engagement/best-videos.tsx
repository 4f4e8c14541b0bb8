import { Card, Group, Table, Text, Title } from '@mantine/core';
import type { SocialVideoView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { CsvButton } from '../../ui/csv-button.js';
import { StackedTable } from '../../ui/stacked-table.js';
import { MESSAGES } from './engagement.messages.js';
import { useVideoColumns, videoRow } from './video-columns.js';
import { VideoHead, VideoRow } from './video-row.js';

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
        <StackedTable minWidth={720} highlightOnHover verticalSpacing="xs">
          <VideoHead withGrowth />
          <Table.Tbody>
            {videos.map((video) => (
              <VideoRow key={video.videoId} video={video} withGrowth />
            ))}
          </Table.Tbody>
        </StackedTable>
      )}
    </Card>
  );
}
