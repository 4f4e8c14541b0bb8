import { Table, Text } from '@mantine/core';
import { FormattedNumber } from 'react-intl';
import type { SocialVideoView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { Figure } from '../../ui/figure.js';
import { Time } from '../../ui/time.js';
import { MESSAGES } from './engagement.messages.js';
import { COUNTERS } from './engagement.search.js';
import { VideoCell } from './video-cell.js';

/** The head of a table of videos. */
export function VideoHead({ withGrowth }: { withGrowth: boolean }) {
  const text = useText(MESSAGES);
  return (
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
  );
}

/** A video in such a table: what it gained, its counters, and when they were read. */
export function VideoRow({
  video,
  withGrowth,
  height,
}: {
  video: SocialVideoView;
  withGrowth: boolean;
  /** In pixels. By default as high as its content. */
  height?: number;
}) {
  return (
    <Table.Tr {...(height !== undefined && { h: height })}>
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

/** A number with its sign; unknown is not zero. */
function Gain({ value }: { value: number | null | undefined }) {
  if (value === null || value === undefined) return <Figure value={null} inherit />;
  return <FormattedNumber value={value} signDisplay="exceptZero" />;
}
