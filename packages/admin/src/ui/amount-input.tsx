import { TextInput, type TextInputProps } from '@mantine/core';

/** A field for an amount of money. It stays text: a number could not hold every amount. */
export function AmountInput({
  currency,
  value,
  onChange,
  ...rest
}: Omit<TextInputProps, 'value' | 'onChange'> & {
  currency: string | null | undefined;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      maw={240}
      rightSection={currency ?? undefined}
      rightSectionWidth={56}
      rightSectionPointerEvents="none"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...rest}
    />
  );
}
