import { SegmentedControl, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useAccounts } from '../../api/use-accounts.js';
import { useText } from '../../i18n/use-text.js';
import { accountName } from '../../ui/account-name.js';
import { CountedSelect } from './counted-select.js';
import { ASSIGNMENTS, KINDS, STATUSES, type InboxFilter } from './inbox-filter.js';
import { MESSAGES } from './inbox.messages.js';
import { Counted } from './unread-badge.js';
import { useFilter } from './use-conversations.js';
import { useUnreadCounts } from './use-unread-counts.js';

const TYPING_MS = 300;

type Counts = ReturnType<typeof useUnreadCounts>;

/** Chooses which conversations the list shows. */
export function ConversationFilters() {
  const text = useText(MESSAGES);
  const { filter, change } = useFilter();
  const counts = useUnreadCounts();
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
      <ChooseStatus counts={counts} />
      <Choices counts={counts} />
    </Stack>
  );
}

function ChooseStatus({ counts }: { counts: Counts }) {
  const text = useText(MESSAGES);
  const { filter, change } = useFilter();
  const data = STATUSES.map((value) => ({
    value,
    label: (
      <Counted count={counts?.byStatus[value] ?? 0} isExact={counts?.isComplete ?? true}>
        {text(value)}
      </Counted>
    ),
  }));
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label={text('status')}
      value={filter.status ?? 'open'}
      data={[...data, { value: 'all', label: text('all') }]}
      onChange={(status) => change({ status: status as InboxFilter['status'] })}
    />
  );
}

function Choices({ counts }: { counts: Counts }) {
  const text = useText(MESSAGES);
  const { filter, change } = useFilter();
  const accounts = useAccounts();
  const isExact = counts?.isComplete ?? true;
  const ofAccount = (id: string) =>
    counts?.byAccount.find(({ integrationId }) => integrationId === id)?.count ?? 0;
  return (
    <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs" style={{ alignItems: 'center' }}>
      <CountedSelect
        label={text('account')}
        all={text('allAccounts')}
        isExact={isExact}
        value={filter.account}
        choices={accounts.map((account) => ({
          value: account.id,
          label: accountName(account),
          count: ofAccount(account.id),
        }))}
        onChange={(account) => change({ account })}
      />
      <CountedSelect
        label={text('kind')}
        all={text('allKinds')}
        isExact={isExact}
        value={filter.kind}
        choices={KINDS.map((value) => ({ value, label: text(value), count: counts?.byKind[value] ?? 0 }))}
        onChange={(kind) => change({ kind: kind as InboxFilter['kind'] })}
      />
      <CountedSelect
        label={text('assignment')}
        all={text('allUsers')}
        isExact={isExact}
        value={filter.assigned}
        choices={ASSIGNMENTS.map((value) => ({
          value,
          label: text(value),
          count: counts?.byAssignment[value] ?? 0,
        }))}
        onChange={(assigned) => change({ assigned: assigned as InboxFilter['assigned'] })}
      />
      <Switch
        size="xs"
        label={
          <Counted count={counts?.total ?? 0} isExact={isExact}>
            {text('unread')}
          </Counted>
        }
        checked={filter.unread ?? false}
        onChange={(event) => change({ unread: event.currentTarget.checked || undefined })}
      />
    </SimpleGrid>
  );
}
