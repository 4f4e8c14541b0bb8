import { Group, SegmentedControl, Select } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text.js';
import { MESSAGES } from './engagement.messages.js';
import { PERIODS, type FiguresSearch } from './engagement.search.js';
import { useAccounts } from '../../api/use-accounts.js';
import { accountName } from '../../ui/account-name.js';

const route = getRouteApi('/engagement');

/** Chooses the account and the period. The choice is in the address. */
export function Filters() {
  const text = useText(MESSAGES);
  const search = route.useSearch();
  const change = useChangeOfFilters();
  return (
    <Group gap="sm">
      <AccountSelect
        value={search.account}
        onChange={(account) => change((old) => ({ ...old, account: account ?? undefined }))}
      />
      <SegmentedControl
        aria-label={text('period')}
        value={String(search.days)}
        onChange={(value) =>
          change((old) => ({ ...old, days: PERIODS.find((days) => String(days) === value) ?? old.days }))
        }
        data={PERIODS.map((days) => ({ value: String(days), label: text('days', { days }) }))}
      />
    </Group>
  );
}

/** Changes the filters without a new step of the browser's history. */
export function useChangeOfFilters() {
  const navigate = route.useNavigate();
  return (search: (old: FiguresSearch) => FiguresSearch) =>
    void navigate({ to: '.', search, replace: true, resetScroll: false });
}

export function AccountSelect({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (account: string | null) => void;
}) {
  const text = useText(MESSAGES);
  const accounts = useAccounts();
  return (
    <Select
      w={{ base: '100%', xs: 240 }}
      aria-label={text('account')}
      placeholder={text('allAccounts')}
      clearable
      clearButtonProps={{ 'aria-label': text('allAccounts') }}
      searchable
      data={accounts.map((account) => ({ value: account.id, label: accountName(account) }))}
      value={value ?? null}
      onChange={onChange}
    />
  );
}
