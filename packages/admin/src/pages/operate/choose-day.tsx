import '@mantine/dates/styles.css';
import { DatePickerInput } from '@mantine/dates';
import { useLocale } from '../../i18n/locale.js';
import { useText } from '../../i18n/use-text.js';
import { filterWidth } from './filter-width.js';
import { MESSAGES } from './operate.messages.js';

interface Days {
  from?: string;
  to?: string;
}

/** A filter: the first and the last day of UTC. */
export function ChooseDays({
  from,
  to,
  choose,
}: Days & { choose: (changes: Record<string, string | undefined>) => void }) {
  const text = useText(MESSAGES);
  return (
    <>
      <Day label={text('from')} value={from} choose={(day) => choose({ from: day })} />
      <Day label={text('to')} value={to} choose={(day) => choose({ to: day })} />
    </>
  );
}

function Day({
  label,
  value,
  choose,
}: {
  label: string;
  value: string | undefined;
  choose: (day: string | undefined) => void;
}) {
  const text = useText(MESSAGES);
  return (
    <DatePickerInput
      clearable
      w={filterWidth(150)}
      label={label}
      placeholder={text('anyDay')}
      locale={useLocale()}
      valueFormat="DD MMM YYYY"
      // The default colour has too little contrast for text that is no placeholder attribute.
      styles={{ placeholder: { color: 'var(--mantine-color-dimmed)' } }}
      value={value ?? null}
      onChange={(day) => choose(day ?? undefined)}
    />
  );
}
