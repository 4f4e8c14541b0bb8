import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ApiError, type AdObjectDetailView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { AmountInput } from '../../../ui/amount-input.js';
import { isAmount, microsOf } from '../amounts.js';
import { Difference } from './difference.js';
import { changesOf, FIELDS, type Field, type Values } from './edit-fields.js';
import { EDIT } from './edit.messages.js';
import { useEdit } from './use-edit.js';

/** Where the form shows what the service says about a field of the body. */
const PLACES: Record<string, Field> = {
  'budget.amount': 'budget',
  budget: 'budget',
  'bid.amount': 'bid',
  'schedule.start': 'start',
  'schedule.end': 'end',
};

/** Changes an object in two steps: the fields, then what differs. Nothing is sent before the user has seen the difference. */
export function EditDialog({
  object: opened,
  timeZone,
  close,
}: {
  object: AdObjectDetailView;
  timeZone: string;
  close: () => void;
}) {
  const text = useText(EDIT);
  const edit = useEdit(opened, timeZone, close);
  // Only what the user has touched: the rest must follow TikTok.
  const [edits, setEdits] = useState<Values>({});
  const [reason, setReason] = useState('');
  const [isChecking, setIsChecking] = useState(false);
  const changes = changesOf(edit.before, edits);
  if (isChecking)
    return (
      <Difference
        edit={edit}
        changes={changes}
        back={() => (setIsChecking(false), edit.reset())}
        send={() => edit.send(edits, reason)}
      />
    );
  const invalid = changes.filter(({ field, after }) => isMoney(field) && !isPrice(after));
  const isRight = changes.length > 0 && invalid.length === 0;
  const hasTimes = edit.before.start !== undefined || edit.before.end !== undefined;
  return (
    <form onSubmit={(event) => (event.preventDefault(), isRight && setIsChecking(true))}>
      <Stack>
        {FIELDS.filter((field) => edit.before[field] !== undefined).map((field) => (
          <FieldInput
            key={field}
            field={field}
            value={edits[field] ?? edit.before[field] ?? ''}
            currency={opened.budget?.currency ?? null}
            error={invalid.some((one) => one.field === field) ? text('amount') : refusalOf(edit.error, field)}
            onChange={(value) => setEdits((old) => ({ ...old, [field]: value }))}
          />
        ))}
        {hasTimes && (
          <Text size="xs" c="dimmed">
            {text('zone', { zone: timeZone })}
          </Text>
        )}
        <TextInput
          label={text('reason')}
          description={text('reasonDetail')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {text('cancel')}
          </Button>
          <Button type="submit" disabled={!isRight}>
            {text('check')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function FieldInput({
  field,
  value,
  currency,
  error,
  onChange,
}: {
  field: Field;
  value: string;
  currency: string | null;
  error: string | undefined;
  onChange: (value: string) => void;
}) {
  const text = useText(EDIT);
  if (isMoney(field))
    return (
      <AmountInput label={text(field)} currency={currency} value={value} error={error} onChange={onChange} />
    );
  return (
    <TextInput
      label={text(field)}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...((field === 'start' || field === 'end') && { type: 'datetime-local', maw: 240 })}
    />
  );
}

function isMoney(field: Field): boolean {
  return field === 'budget' || field === 'bid';
}

function isPrice(amount: string): boolean {
  return isAmount(amount) && microsOf(amount) !== 0n;
}

function refusalOf(error: Error | null, field: Field): string | undefined {
  if (!(error instanceof ApiError)) return undefined;
  return Object.entries(error.fields).find(([name]) => (PLACES[name] ?? name) === field)?.[1];
}
