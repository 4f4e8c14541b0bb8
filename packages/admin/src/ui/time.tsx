import { Tooltip } from '@mantine/core';
import { FormattedRelativeTime, useIntl } from 'react-intl';

const STEPS: [unit: 'minute' | 'hour' | 'day', seconds: number, until: number][] = [
  ['minute', 60, 3_600],
  ['hour', 3_600, 86_400],
  ['day', 86_400, 7 * 86_400],
];

/** A time as "5 minutes ago", or as a date after a week. The exact time is in its tooltip. */
export function Time({ at }: { at: string }) {
  const intl = useIntl();
  const seconds = (Date.parse(at) - Date.now()) / 1000;
  const exact = intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'medium' });
  const step = STEPS.find(([, , until]) => Math.abs(seconds) < until);
  return (
    <Tooltip label={exact}>
      <time dateTime={at}>
        {step ? (
          <FormattedRelativeTime value={Math.round(seconds / step[1])} unit={step[0]} numeric="auto" />
        ) : (
          intl.formatDate(at, { dateStyle: 'medium' })
        )}
      </time>
    </Tooltip>
  );
}
