import { Button, MultiSelect, Select, SimpleGrid, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useText } from '../../../i18n/use-text.js';
import { LocalDates, useDateProps } from '../local-dates.js';
import { accountName, KINDS, STATUSES, type Kind, type Status } from '../publication.js';
import { MESSAGES } from '../publish.messages.js';
import type { PublishSearch } from '../publish.search.js';
import { useAccounts } from '../../../api/use-accounts.js';

const TYPING_MS = 400;

/** What the list shows. Every choice is in the address. */
export function Filters({
  search,
  onChange,
}: {
  search: PublishSearch;
  onChange: (search: PublishSearch) => void;
}) {
  const text = useText(MESSAGES);
  const accounts = useAccounts();
  const dates = useDateProps();
  const isList = search.view === undefined;
  // A filter that is not set is not in the address.
  const set = (changed: { [Name in keyof PublishSearch]?: PublishSearch[Name] | null | undefined }) =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...search, ...changed }).filter(
          ([, value]) => value !== null && value !== undefined && value !== '',
        ),
      ) as PublishSearch,
    );
  return (
    <SimpleGrid
      cols={{ base: 2, md: isList ? 3 : 4, lg: isList ? 6 : 4 }}
      spacing="sm"
      style={{ alignItems: 'end' }}
    >
      <SearchField value={search.text ?? ''} onChange={(value) => set({ text: value })} />
      <MultiSelect
        label={text('status')}
        placeholder={search.status === undefined ? text('allStatuses') : ''}
        data={STATUSES.map((status) => ({ value: status, label: text(`status.${status}`) }))}
        value={search.status ?? []}
        onChange={(status) => set({ status: status.length > 0 ? (status as Status[]) : null })}
        clearable
      />
      <Select
        label={text('kind')}
        placeholder={text('allKinds')}
        data={KINDS.map((kind) => ({ value: kind, label: text(kind) }))}
        value={search.kind ?? null}
        onChange={(kind) => set({ kind: kind as Kind | null })}
        clearable
      />
      <Select
        label={text('account')}
        placeholder={text('allAccounts')}
        data={accounts.map((account) => ({ value: account.id, label: accountName(account) }))}
        value={search.account ?? null}
        onChange={(account) => set({ account })}
        searchable
        clearable
      />
      {isList && (
        <LocalDates>
          <DatePickerInput
            {...dates}
            label={text('from')}
            placeholder={text('anyDay')}
            value={search.from ?? null}
            onChange={(from) => set({ from })}
            clearable
          />
          <DatePickerInput
            {...dates}
            label={text('to')}
            placeholder={text('anyDay')}
            value={search.to ?? null}
            minDate={search.from ?? undefined}
            onChange={(to) => set({ to })}
            clearable
          />
        </LocalDates>
      )}
      {isFiltered(search) && (
        <Button variant="subtle" onClick={() => onChange(unfiltered(search))} w="fit-content">
          {text('reset')}
        </Button>
      )}
    </SimpleGrid>
  );
}

export function isFiltered({ status, kind, account, text, from, to }: PublishSearch): boolean {
  return [status, kind, account, text, from, to].some((filter) => filter !== undefined);
}

function unfiltered({ view, day }: PublishSearch): PublishSearch {
  return { ...(view && { view }), ...(day && { day }) };
}

/** Searches when the user pauses, not at each letter. */
function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const text = useText(MESSAGES);
  const [typed, setTyped] = useState(value);
  const send = useDebouncedCallback(onChange, TYPING_MS);
  useEffect(() => setTyped(value), [value]);
  return (
    <TextInput
      label={text('search')}
      placeholder={text('searchIn')}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        send(event.currentTarget.value);
      }}
    />
  );
}
