import { Button, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text.js';
import { filterWidth } from './filter-width.js';
import { MESSAGES } from './operate.messages.js';
import { SYNC_TYPES } from './sync-filter.js';
import { useAccounts } from '../../api/use-accounts.js';
import { accountName } from '../../ui/account-name.js';

interface Choice<Value extends string> {
  value: Value | undefined;
  choose: (value: Value | undefined) => void;
}

/** A filter: one of several values, or none. */
export function Choose<Value extends string>({
  label,
  all,
  values,
  value,
  choose,
}: Choice<Value> & { label: string; all: string; values: { value: Value; label: string }[] }) {
  return (
    <Select
      clearable
      searchable={values.length > 8}
      w={filterWidth(190)}
      label={label}
      placeholder={all}
      data={values}
      value={value ?? null}
      onChange={(next) => choose((next ?? undefined) as Value | undefined)}
    />
  );
}

export function ChooseAccount(choice: Choice<string>) {
  const text = useText(MESSAGES);
  const values = useAccounts().map((account) => ({ value: account.id, label: accountName(account) }));
  return <Choose label={text('account')} all={text('allAccounts')} values={values} {...choice} />;
}

export function ChooseSyncType(choice: Choice<(typeof SYNC_TYPES)[number]>) {
  const text = useText(MESSAGES);
  const values = SYNC_TYPES.map((value) => ({ value, label: text(value) }));
  return <Choose label={text('type')} all={text('allTypes')} values={values} {...choice} />;
}

/** Shows the whole list again. */
export function ClearFilters({ filter, to }: { filter: object; to: '/operate/webhooks' | '/operate/audit' }) {
  const text = useText(MESSAGES);
  const navigate = useNavigate();
  if (Object.keys(filter).length === 0) return null;
  return (
    <Button
      variant="subtle"
      color="gray"
      leftSection={<IconX size={16} />}
      onClick={() => void navigate({ to, search: {}, replace: true })}
    >
      {text('clear')}
    </Button>
  );
}
