import { Table, Text } from '@mantine/core';
import type { Ref } from 'react';
import { FormattedNumber } from 'react-intl';
import type { SocialVideoView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { Figure } from '../../ui/figure.js';
import { Cell, Row } from '../../ui/stacked-table.js';
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
  place,
}: {
  video: SocialVideoView;
  withGrowth: boolean;
  /** Where it stands in a list of which only a part is in the document. */
  place?: { ref: Ref<HTMLTableRowElement>; 'data-index': number };
}) {
  const text = useText(MESSAGES);
  return (
    <Row {...place}>
      <Cell maw={320}>
        <VideoCell video={video} />
      </Cell>
      {withGrowth && (
        <Cell ta="right" label={text('gainedViews')}>
          <Gain value={video.growth} />
        </Cell>
      )}
      {COUNTERS.map((counter) => (
        <Cell key={counter} ta="right" label={text(counter)}>
          <Figure value={video[counter]} inherit />
        </Cell>
      ))}
      <Cell visibleFrom="sm">
        <Text span size="sm" c="dimmed">
          <Time at={video.capturedAt} />
        </Text>
      </Cell>
    </Row>
  );
}

/** A number with its sign; unknown is not zero. */
function Gain({ value }: { value: number | null | undefined }) {
  if (value === null || value === undefined) return <Figure value={null} inherit />;
  return <FormattedNumber value={value} signDisplay="exceptZero" />;
}
