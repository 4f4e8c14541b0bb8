import { Text, type TextProps } from '@mantine/core';
import { FormattedNumber } from 'react-intl';
import { useText } from '../i18n/use-text.js';
import { MESSAGES } from './states.messages.js';

/** A counter. An unknown figure is shown as unknown, never as zero. */
export function Figure({
  value,
  compact = false,
  ...rest
}: { value: number | null | undefined; compact?: boolean } & TextProps) {
  const text = useText(MESSAGES);
  if (value === null || value === undefined)
    return (
      <Text span c="dimmed" {...rest} title={text('unknown')}>
        –
      </Text>
    );
  return (
    <Text span {...rest}>
      <FormattedNumber value={value} {...(compact && { notation: 'compact', maximumFractionDigits: 1 })} />
    </Text>
  );
}
