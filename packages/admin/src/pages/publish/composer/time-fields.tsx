import { Input, SegmentedControl, Select, Stack } from '@mantine/core';
import { DateTimePicker } from '@mantine/dates';
import { useText } from '../../../i18n/use-text.js';
import { useLocale } from '../../../i18n/locale.js';
import { LocalDates, useDateProps } from '../local-dates.js';
import { MESSAGES as LIST } from '../publish.messages.js';
import { allZones, dayOf } from '../zones.js';
import { MESSAGES } from './composer.messages.js';
import type { PostForm } from './form.js';

type Time = Pick<PostForm, 'when' | 'publishAt' | 'timeZone'>;

/** Now, or at a time of a zone. */
export function TimeFields({
  value,
  error,
  onChange,
}: {
  value: Time;
  error?: string | undefined;
  onChange: (value: Time) => void;
}) {
  const text = useText(MESSAGES);
  return (
    <Stack gap="xs">
      <Input.Wrapper label={text('time')} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={text('time')}
          data={[
            { value: 'now', label: text('now') },
            { value: 'later', label: text('later_') },
          ]}
          value={value.when}
          onChange={(when) => onChange({ ...value, when: when as Time['when'] })}
        />
      </Input.Wrapper>
      {value.when === 'later' && <ZonedTime value={value} error={error} onChange={onChange} />}
    </Stack>
  );
}

export function ZonedTime({
  value,
  error,
  onChange,
}: {
  value: Time;
  error?: string | undefined;
  onChange: (value: Time) => void;
}) {
  const text = useText(MESSAGES);
  const list = useText(LIST);
  const shared = useDateProps();
  const isGerman = useLocale() === 'de';
  const format = isGerman ? 'DD.MM.YYYY HH:mm' : 'D MMM YYYY h:mm A';
  return (
    <Stack gap="xs">
      <LocalDates>
        <DateTimePicker
          {...shared}
          label={text('publishAt')}
          valueFormat={format}
          placeholder={format}
          clearable
          submitButtonProps={{ 'aria-label': list('apply') }}
          timePickerProps={{
            hoursInputLabel: list('hours'),
            minutesInputLabel: list('minutes'),
            format: isGerman ? '24h' : '12h',
          }}
          minDate={dayOf(Date.now(), value.timeZone)}
          value={value.publishAt}
          error={error}
          onChange={(publishAt) => onChange({ ...value, publishAt })}
        />
      </LocalDates>
      <Select
        label={text('timeZone')}
        searchable
        allowDeselect={false}
        limit={100}
        data={allZones()}
        value={value.timeZone}
        onChange={(timeZone) => onChange({ ...value, timeZone: timeZone ?? value.timeZone })}
      />
    </Stack>
  );
}
