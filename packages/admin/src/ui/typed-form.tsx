import { Button, Group, Stack, TextInput, type TextInputProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';

/** A form for what cannot be undone: its button works once a name or a word was typed. */
export function TypedForm({
  field,
  accepts,
  action,
  cancel,
  isPending,
  run,
  close,
  children,
}: {
  /** The field for the name or the word. */
  field: TextInputProps & { 'data-autofocus'?: boolean };
  accepts: (typed: string) => boolean;
  /** The text of the button. */
  action: string;
  cancel: string;
  isPending: boolean;
  run: () => void;
  close: () => void;
  /** What will happen, above the field. */
  children: ReactNode;
}) {
  const [typed, setTyped] = useState('');
  return (
    <Stack component="form" onSubmit={(event) => (event.preventDefault(), run())}>
      {children}
      <TextInput
        {...field}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {cancel}
        </Button>
        <Button type="submit" color="red" loading={isPending} disabled={!accepts(typed)}>
          {action}
        </Button>
      </Group>
    </Stack>
  );
}
