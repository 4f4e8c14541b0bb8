import { Badge } from '@mantine/core';
import type { LaunchView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { MESSAGES } from './launches.messages.js';

type Status = LaunchView['status'];

const COLORS = {
  planned: 'blue',
  awaiting_approval: 'orange',
  uploading: 'blue',
  creating: 'blue',
  in_review: 'blue',
  enabling: 'blue',
  live: 'green',
  partly_live: 'yellow',
  ready: 'teal',
  failed: 'red',
  cancelled: 'gray',
} as const satisfies Record<Status, string>;

const OVER: ReadonlySet<Status> = new Set(['live', 'partly_live', 'ready', 'failed', 'cancelled']);

/** True if nothing more happens by itself. */
export function isOver(status: Status): boolean {
  return OVER.has(status);
}

export function LaunchBadge({ status }: { status: Status }) {
  const text = useText(MESSAGES);
  return (
    <Badge variant="light" color={COLORS[status]}>
      {text(`status_${status}`)}
    </Badge>
  );
}
