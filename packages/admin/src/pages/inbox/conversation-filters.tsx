import { Group, Select, SegmentedControl, Stack, Switch, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useText } from '../../i18n/use-text.js';
import { KINDS, STATUSES, type InboxFilter } from './inbox-filter.js';
import { MESSAGES } from './inbox.messages.js';
import { useAccounts } from '../../api/use-accounts.js';
import { accountName } from '../../ui/account-name.js';
import { useFilter } from './use-conversations.js';

const TYPING_MS = 300;

/** Chooses which conversations the list shows. */
export function ConversationFilters() {
  const text = useText(MESSAGES);
  const { filter, change } = useFilter();
  const search = useDebouncedCallback((q: string) => change({ q: q.trim() || undefined }), TYPING_MS);
  return (
    <Stack gap="xs" p="sm" role="search" aria-label={text('filters')}>
      <TextInput
        key={filter.q === undefined ? 'empty' : 'search'}
        type="search"
        size="sm"
        leftSection={<IconSearch size={16} aria-hidden />}
        placeholder={text('search')}
        aria-label={text('search')}
        defaultValue={filter.q}
        onChange={(event) => search(event.currentTarget.value)}
      />
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={text('status')}
        value={filter.status ?? 'open'}
        data={[...STATUSES, 'all' as const].map((value) => ({ value, label: text(value) }))}
        onChange={(status) => change({ status: status as InboxFilter['status'] })}
      />
      <ChooseAccountAndKind />
      <Group gap="lg">
        <Switch
          size="xs"
          label={text('unread')}
          checked={filter.unread ?? false}
          onChange={(event) => change({ unread: event.currentTarget.checked || undefined })}
        />
        <Switch
          size="xs"
          label={text('mine')}
          checked={filter.mine ?? false}
          onChange={(event) => change({ mine: event.currentTarget.checked || undefined })}
        />
      </Group>
    </Stack>
  );
}

function ChooseAccountAndKind() {
  const text = useText(MESSAGES);
  const { filter, change } = useFilter();
  const accounts = useAccounts();
  return (
    <Group gap="xs" grow>
      <Select
        size="xs"
        clearable
        searchable={accounts.length > 8}
        aria-label={text('account')}
        placeholder={text('allAccounts')}
        value={filter.account ?? null}
        data={accounts.map((account) => ({ value: account.id, label: accountName(account) }))}
        onChange={(account) => change({ account: account ?? undefined })}
      />
      <Select
        size="xs"
        clearable
        aria-label={text('kind')}
        placeholder={text('allKinds')}
        value={filter.kind ?? null}
        data={KINDS.map((value) => ({ value, label: text(value) }))}
        onChange={(kind) => change({ kind: (kind ?? undefined) as InboxFilter['kind'] })}
      />
    </Group>
  );
}
