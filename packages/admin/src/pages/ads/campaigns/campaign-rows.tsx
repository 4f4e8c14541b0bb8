import { Text } from '@mantine/core';
import type { AdObjectView, AdsAccountDetailsView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { MoreButton } from '../../../ui/more-button.js';
import { Cell, Row } from '../../../ui/stacked-table.js';
import { Answered } from '../../../ui/states.js';
import { MESSAGES } from './campaigns.messages.js';
import { BELOW, parentOf, type Level, type Parent } from './levels.js';
import { ObjectRow } from './object-row.js';
import type { OpenObjects } from './use-open-objects.js';
import { useMetrics, useObjects, type Metrics } from './use-objects.js';

export const COLUMNS = 9;

export interface Tree {
  account: AdsAccountDetailsView;
  days: number;
  open: OpenObjects;
  show: (object: AdObjectView) => void;
}

/** An object, and what is in it while it is open. */
export function ObjectRows({
  object,
  metrics,
  tree,
}: {
  object: AdObjectView;
  metrics: Metrics;
  tree: Tree;
}) {
  const below = BELOW[object.level];
  const isOpen = tree.open.has(object.id);
  return (
    <>
      <ObjectRow
        object={object}
        row={metrics.rows.get(object.id)}
        currency={metrics.currency ?? tree.account.currency}
        isOpen={below && isOpen}
        toggle={() => tree.open.toggle(object.id)}
        show={() => tree.show(object)}
      />
      {below && isOpen && <Children level={below} parent={parentOf(object)} tree={tree} />}
    </>
  );
}

function Children({ level, parent, tree }: { level: Level; parent: Parent; tree: Tree }) {
  const text = useText(MESSAGES);
  const children = useObjects(tree.account.accountId, level, parent);
  const metrics = useMetrics(
    tree.account,
    level,
    children.items.map(({ id }) => id),
    tree.days,
  );
  if (children.data && children.items.length > 0)
    return (
      <>
        <MetricsError metrics={metrics} />
        {children.items.map((object) => (
          <ObjectRows key={object.id} object={object} metrics={metrics} tree={tree} />
        ))}
        {children.hasNextPage && (
          <Row>
            <Cell colSpan={COLUMNS}>
              <MoreButton list={children} />
            </Cell>
          </Row>
        )}
      </>
    );
  return (
    <Row>
      <Cell colSpan={COLUMNS}>
        <Answered query={children} rows={1}>
          {() => (
            <Text size="sm" c="dimmed" pl="xl">
              {text('nothingBelow')}
            </Text>
          )}
        </Answered>
      </Cell>
    </Row>
  );
}

/** Why the figures of some rows are missing. */
export function MetricsError({ metrics: { error } }: { metrics: Metrics }) {
  if (error === null) return null;
  return (
    <Row>
      <Cell colSpan={COLUMNS}>
        <Text size="sm" c="dimmed" role="status">
          {error.message}
        </Text>
      </Cell>
    </Row>
  );
}
