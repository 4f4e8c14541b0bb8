import { Text, Textarea } from '@mantine/core';
import { useIntl } from 'react-intl';
import { useText } from '../../../i18n/use-text.js';
import { MESSAGES } from './composer.messages.js';

/** A text with TikTok's counter. TikTok counts UTF-16 units, which is what `length` counts. */
export function CaptionField({
  label,
  value,
  limit,
  error,
  rows = 4,
  onChange,
}: {
  label: string;
  value: string;
  limit: number;
  error?: React.ReactNode;
  rows?: number;
  onChange: (value: string) => void;
}) {
  const text = useText(MESSAGES);
  const intl = useIntl();
  const counter = text('counter', {
    used: intl.formatNumber(value.length),
    limit: intl.formatNumber(limit),
  });
  return (
    <Textarea
      label={label}
      autosize
      minRows={rows}
      maxRows={14}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={
        <Text
          span
          size="xs"
          c={value.length > limit ? 'red' : 'dimmed'}
          fw={value.length > limit ? 600 : 400}
        >
          {counter}
        </Text>
      }
    />
  );
}
