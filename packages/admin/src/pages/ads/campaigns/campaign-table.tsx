import { ScrollArea, Table, VisuallyHidden } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { AdObjectView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import type { ContinuedList } from '../../../ui/more-button.js';
import { Stacked } from '../../../ui/stacked-table.js';
import { COLUMNS, MetricsError, ObjectRows, type Tree } from './campaign-rows.js';
import { MESSAGES } from './campaigns.messages.js';
import { METRICS_PER_CALL, useMetrics } from './use-objects.js';

const ROW_HEIGHT = 52;
/** Rows before the end of the list at which the next page is read. */
const READ_AHEAD = 20;

interface Props {
  list: ContinuedList & { items: readonly AdObjectView[]; isFetchNextPageError: boolean };
  tree: Tree;
}

/** The campaigns of an account, however many: only those in view are in the document, each with what it has open. */
export function CampaignTable({ list, tree }: Props) {
  const { items } = list;
  const viewport = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => viewport.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => items[index]?.id ?? index,
    overscan: 6,
  });
  const rows = virtual.getVirtualItems();
  const [first, last] = [rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0];
  const metrics = useMetrics(tree.account, 'campaign', idsAround(items, first, last), tree.days);
  useNextPage(list, last);
  const after = virtual.getTotalSize() - (rows.at(-1)?.end ?? 0);
  return (
    <ScrollArea.Autosize
      mah="max(320px, calc(100vh - 260px))"
      viewportRef={viewport}
      viewportProps={{ tabIndex: 0 }}
    >
      <Stacked miw={1080} stickyHeader highlightOnHover verticalSpacing="xs" aria-rowcount={items.length + 1}>
        <Head />
        <Filler height={rows[0]?.start ?? 0} />
        {metrics.error !== null && (
          <Table.Tbody>
            <MetricsError metrics={metrics} />
          </Table.Tbody>
        )}
        {rows.map(({ index, key }) => {
          const object = items[index];
          return (
            object && (
              <Table.Tbody key={key} data-index={index} ref={virtual.measureElement}>
                <ObjectRows object={object} metrics={metrics} tree={tree} />
              </Table.Tbody>
            )
          );
        })}
        <Filler height={after} />
      </Stacked>
    </ScrollArea.Autosize>
  );
}

/** The ids of whole calls for figures, so that scrolling by a row asks for nothing new. */
function idsAround(items: readonly AdObjectView[], first: number, last: number): string[] {
  const from = Math.floor(first / METRICS_PER_CALL) * METRICS_PER_CALL;
  const to = Math.ceil((last + 1) / METRICS_PER_CALL) * METRICS_PER_CALL;
  return items.slice(from, to).map(({ id }) => id);
}

/** Reads the next page before its place comes into view. After an error the button below the table goes on. */
function useNextPage(list: Props['list'], last: number): void {
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  const isNear = last >= list.items.length - READ_AHEAD;
  const isWanted = isNear && hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (isWanted) void fetchNextPage();
  }, [isWanted, fetchNextPage]);
}

/** Stands for the rows that are out of view. */
function Filler({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden>
      <tr>
        <td colSpan={COLUMNS} style={{ height, padding: 0 }} />
      </tr>
    </tbody>
  );
}

function Head() {
  const text = useText(MESSAGES);
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th w="28%">{text('name')}</Table.Th>
        <Table.Th>{text('status')}</Table.Th>
        <Table.Th ta="right">{text('budget')}</Table.Th>
        <Table.Th ta="right">{text('spend')}</Table.Th>
        <Table.Th ta="right">{text('impressions')}</Table.Th>
        <Table.Th ta="right">{text('clicks')}</Table.Th>
        <Table.Th ta="right">{text('ctr')}</Table.Th>
        <Table.Th ta="right">{text('conversion')}</Table.Th>
        <Table.Th>
          <VisuallyHidden>{text('action')}</VisuallyHidden>
        </Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}
