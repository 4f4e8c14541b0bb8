import { Group, Text } from '@mantine/core';
import { IconHourglass } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import type { MessagingWindowView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { REPLY_MESSAGES } from './reply.messages.js';

const HOUR_MS = 3_600_000;
const URGENT_MS = 2 * HOUR_MS;

/** Counts down how long a user may write, and how many messages are left. */
export function WindowLine({
  window: { openUntil, messagesLeft, text: sentence },
  ended,
}: {
  window: MessagingWindowView;
  /** Called when the time is over: the service then knows the next phase. */
  ended: () => void;
}) {
  const text = useText(REPLY_MESSAGES);
  const time = useTimeLeft();
  const now = useNow();
  const left = openUntil === null ? undefined : Date.parse(openUntil) - now;
  const isUrgent = left !== undefined && left < URGENT_MS;
  const isOver = left !== undefined && left <= 0;
  useEffect(() => {
    if (isOver) ended();
  }, [isOver, ended]);
  return (
    <Group gap={6} wrap="nowrap" title={sentence} c={isUrgent ? undefined : 'dimmed'}>
      <IconHourglass size={16} aria-hidden />
      <Text size="xs" fw={isUrgent ? 700 : 400} role="timer">
        {left === undefined ? sentence : text('windowOpen', { time: time(Math.max(left, 0)) })}
        {messagesLeft !== null && ` · ${text('messagesLeft', { count: messagesLeft })}`}
      </Text>
    </Group>
  );
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Returns a function that writes a duration as hours and minutes, or as minutes and seconds in the last hour. */
function useTimeLeft(): (milliseconds: number) => string {
  const intl = useIntl();
  const unit = (value: number, name: 'hour' | 'minute' | 'second') =>
    intl.formatNumber(value, { style: 'unit', unit: name, unitDisplay: 'short' });
  return (milliseconds) => {
    const seconds = Math.floor(milliseconds / 1_000);
    const minutes = Math.floor(seconds / 60);
    return milliseconds >= HOUR_MS
      ? `${unit(Math.floor(minutes / 60), 'hour')} ${unit(minutes % 60, 'minute')}`
      : `${unit(minutes, 'minute')} ${unit(seconds % 60, 'second')}`;
  };
}
