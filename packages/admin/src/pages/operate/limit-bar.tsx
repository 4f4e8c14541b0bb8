import { Group, Stack, Text } from '@mantine/core';
import { useIntl } from 'react-intl';
import { useText } from '../../i18n/use-text.js';
import { UseBar } from '../../ui/use-bar.js';
import { LIMIT_MESSAGES } from './limits.messages.js';

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3_600;

interface LimitUse {
  name: string;
  /** Null: unknown. */
  used: number | null;
  limit: number;
  /** Null: the limit counts from midnight UTC. */
  windowSeconds: number | null;
  /** More about the use. */
  detail?: string | undefined;
}

/** How much of a limit is used, as text and as a bar. */
export function LimitBar({ name, used, limit, windowSeconds, detail }: LimitUse) {
  const text = useText(LIMIT_MESSAGES);
  const durationOf = useDuration();
  const within = windowSeconds === null ? text('today') : text('window', { time: durationOf(windowSeconds) });
  return (
    <Stack gap={4}>
      <Group justify="space-between" align="flex-end" gap="md" wrap="nowrap">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Text>
        <Text size="sm" c="dimmed" ta="right">
          {used === null ? text('atMost', { limit }) : text('used', { used, limit })} {within}
          {detail !== undefined && ` · ${detail}`}
        </Text>
      </Group>
      {used !== null && <UseBar name={name} used={used} limit={limit} />}
    </Stack>
  );
}

function useDuration(): (seconds: number) => string {
  const intl = useIntl();
  return (seconds) => {
    const [unit, size] =
      seconds < MINUTE_SECONDS
        ? (['second', 1] as const)
        : seconds < HOUR_SECONDS
          ? (['minute', MINUTE_SECONDS] as const)
          : (['hour', HOUR_SECONDS] as const);
    return intl.formatNumber(Math.round(seconds / size), { style: 'unit', unit, unitDisplay: 'long' });
  };
}
