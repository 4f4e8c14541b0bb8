import { Group, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text.js';
import { useTypedSearch } from '../../ui/use-typed-search.js';
import { KNOWN_ACTIONS } from './audit-actions.js';
import { readAuditFilter, type AuditFilter } from './audit-filter.js';
import { AUDIT_MESSAGES } from './audit.messages.js';
import { Choose, ClearFilters } from './choices.js';
import { ChooseDays } from './choose-day.js';
import { filterWidth } from './filter-width.js';
import { useActionText } from './use-action-text.js';

type Change = (changes: AuditFilterChange) => void;
type AuditFilterChange = { [Name in keyof AuditFilter]?: string | undefined };

/** Returns a function that narrows the list. */
export function useChangeAudit(filter: AuditFilter): Change {
  const navigate = useNavigate();
  return (changes) =>
    void navigate({
      to: '/operate/audit',
      search: readAuditFilter({ ...filter, ...changes }),
      replace: true,
    });
}

/** Chooses which actions are shown. */
export function AuditFilters({ filter }: { filter: AuditFilter }) {
  const text = useText(AUDIT_MESSAGES);
  const change = useChangeAudit(filter);
  return (
    <Group align="flex-end" gap="sm">
      <Choose
        label={text('action')}
        all={text('allActions')}
        values={useActions(filter.action)}
        value={filter.action}
        choose={(action) => change({ action })}
      />
      <Id
        label={text('actor')}
        hint={text('anyActor')}
        value={filter.actor}
        search={(actor) => change({ actor })}
      />
      <Id
        label={text('target')}
        hint={text('anyTarget')}
        value={filter.target}
        search={(target) => change({ target })}
      />
      <ChooseDays {...filter} choose={change} />
      <ClearFilters filter={filter} to="/operate/audit" />
    </Group>
  );
}

function Id({
  label,
  hint,
  value = '',
  search,
}: {
  label: string;
  hint: string;
  value: string | undefined;
  search: (id: string) => void;
}) {
  const [shown, setShown] = useState(value);
  const searched = useRef(value);
  const typed = useTypedSearch('/operate/audit', (id) => {
    searched.current = id.trim();
    search(id.trim());
  });
  useEffect(() => {
    // A link or a button has chosen it. What the user types must not be replaced.
    if (value !== searched.current) setShown(value);
    searched.current = value;
  }, [value]);
  return (
    <TextInput
      w={filterWidth(190)}
      label={label}
      placeholder={hint}
      value={shown}
      onChange={(event) => {
        setShown(event.currentTarget.value);
        typed(event.currentTarget.value);
      }}
    />
  );
}

/** The actions with their texts, and the one of the address. */
function useActions(current: string | undefined) {
  const nameOf = useActionText();
  const actions = new Set<string>(KNOWN_ACTIONS);
  if (current !== undefined) actions.add(current);
  return [...actions]
    .map((value) => ({ value, label: nameOf(value) }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
}
