import { Button, Center, ScrollArea, Table, Text } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { SocialVideoView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { Figure } from '../../ui/figure.js';
import { MESSAGES as STATES } from '../../ui/states.messages.js';
import { Time } from '../../ui/time.js';
import { Gain } from './best-videos.js';
import { MESSAGES } from './engagement.messages.js';
import { COUNTERS } from './engagement.search.js';
import { VideoCell } from './video-cell.js';

const ROW_HEIGHT = 66;

/** A table of any length: only the rows in view are in the document. */
export function VideoTable({
  videos,
  withGrowth,
  hasMore,
  isLoading,
  more,
}: {
  videos: readonly SocialVideoView[];
  withGrowth: boolean;
  hasMore: boolean;
  isLoading: boolean;
  more: () => void;
}) {
  const text = useText(MESSAGES);
  const states = useText(STATES);
  const viewport = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: videos.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const rows = virtual.getVirtualItems();
  const before = rows[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (rows.at(-1)?.end ?? 0);
  const columns = COUNTERS.length + (withGrowth ? 3 : 2);
  return (
    <ScrollArea h="calc(100vh - 290px)" mih={320} viewportRef={viewport} viewportProps={{ tabIndex: 0 }}>
      <Table miw={760} stickyHeader highlightOnHover aria-rowcount={videos.length}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="40%">{text('video')}</Table.Th>
            {withGrowth && <Table.Th ta="right">{text('gainedViews')}</Table.Th>}
            {COUNTERS.map((counter) => (
              <Table.Th key={counter} ta="right">
                {text(counter)}
              </Table.Th>
            ))}
            <Table.Th>{text('read')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Filler height={before} columns={columns} />
          {rows.map(({ index }) => {
            const video = videos[index];
            return video && <Row key={video.videoId} video={video} withGrowth={withGrowth} />;
          })}
          <Filler height={after} columns={columns} />
        </Table.Tbody>
      </Table>
      {hasMore && (
        <Center py="md">
          <Button variant="light" loading={isLoading} onClick={more}>
            {states('more')}
          </Button>
        </Center>
      )}
    </ScrollArea>
  );
}

function Row({ video, withGrowth }: { video: SocialVideoView; withGrowth: boolean }) {
  return (
    <Table.Tr h={ROW_HEIGHT}>
      <Table.Td maw={320}>
        <VideoCell video={video} />
      </Table.Td>
      {withGrowth && (
        <Table.Td ta="right">
          <Gain value={video.growth} />
        </Table.Td>
      )}
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
  );
}

/** Stands for the rows that are out of view. */
function Filler({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height, padding: 0 }} />
    </tr>
  );
}
