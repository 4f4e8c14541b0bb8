import { ScrollArea, Table } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { SocialVideoView } from 'tiktok-connector-client';
import { MoreButton, type ContinuedList } from '../../ui/more-button.js';
import { Stacked } from '../../ui/stacked-table.js';
import { COUNTERS } from './engagement.search.js';
import { VideoHead, VideoRow } from './video-row.js';

// Of a row of a wide table, until the row is there to be measured.
const ROW_HEIGHT = 66;

/** A table of any length: only the rows in view are in the document. */
export function VideoTable({
  list,
  withGrowth,
}: {
  list: ContinuedList & { items: readonly SocialVideoView[] };
  withGrowth: boolean;
}) {
  const videos = list.items;
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
      <Stacked miw={760} stickyHeader highlightOnHover aria-rowcount={videos.length}>
        <VideoHead withGrowth={withGrowth} />
        <Table.Tbody>
          <Filler height={before} columns={columns} />
          {rows.map(({ index }) => {
            const video = videos[index];
            return (
              video && (
                <VideoRow
                  key={video.videoId}
                  video={video}
                  withGrowth={withGrowth}
                  place={{ ref: virtual.measureElement, 'data-index': index }}
                />
              )
            );
          })}
          <Filler height={after} columns={columns} />
        </Table.Tbody>
      </Stacked>
      <MoreButton list={list} />
    </ScrollArea>
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
