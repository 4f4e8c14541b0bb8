import { Badge } from '@mantine/core';
import type { AudienceView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { MESSAGES } from './audiences.messages.js';

const COLORS = {
  empty: 'gray',
  sending: 'blue',
  matching: 'blue',
  ready: 'green',
  too_small: 'orange',
  failed: 'red',
  deleted: 'gray',
} as const satisfies Record<AudienceView['status'], string>;

export function AudienceBadge({ status }: { status: AudienceView['status'] }) {
  const text = useText(MESSAGES);
  return (
    <Badge variant="light" color={COLORS[status]}>
      {text(`status_${status}`)}
    </Badge>
  );
}
