import { Group, Select } from '@mantine/core';
import { Counted } from './unread-badge.js';

const SEARCHED_FROM = 8;

/** A filter whose choices show how much is unread behind each. */
export function CountedSelect({
  label,
  all,
  choices,
  isExact,
  value,
  onChange,
}: {
  label: string;
  /** Shown while nothing is chosen. */
  all: string;
  choices: readonly { value: string; label: string; count: number }[];
  isExact: boolean;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  return (
    <Select
      size="xs"
      clearable
      searchable={choices.length > SEARCHED_FROM}
      aria-label={label}
      placeholder={all}
      value={value ?? null}
      data={choices.map((choice) => ({ value: choice.value, label: choice.label }))}
      renderOption={({ option }) => (
        <Group gap="xs" flex={1}>
          <Counted count={choices.find((one) => one.value === option.value)?.count ?? 0} isExact={isExact}>
            {option.label}
          </Counted>
        </Group>
      )}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
