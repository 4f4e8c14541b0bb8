import { Text } from '@mantine/core';
import type { TimelineEventView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { Time } from '../../ui/time.js';
import { TIMELINE_MESSAGES } from './timeline.messages.js';

type Known = keyof (typeof TIMELINE_MESSAGES)['en'];

/** What happened between the messages. A type that this version does not know is shown by its name. */
export function TimelineLine({ event: { type, at, actor, details } }: { event: TimelineEventView }) {
  const text = useText(TIMELINE_MESSAGES);
  const values = { assignee: String(details['assignee'] ?? ''), text: String(details['text'] ?? '') };
  const what = isKnown(type) ? text(type, values) : type.replaceAll('_', ' ');
  return (
    <Text size="xs" c="dimmed" ta="center">
      {actor === null ? what : text('byUser', { what, actor })} · <Time at={at} />
    </Text>
  );
}

function isKnown(type: string): type is Known {
  return Object.hasOwn(TIMELINE_MESSAGES.en, type);
}
