import { Group, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.js';
import { Page } from '../../ui/page.js';
import { ButtonLink } from '../../ui/page-links.js';
import { MESSAGES } from './ads.messages.js';
import { useAdAccounts } from './use-ad-accounts.js';

const SECTIONS = [
  { to: '/ads', name: 'accounts' },
  { to: '/ads/launches', name: 'launches' },
  { to: '/ads/audiences', name: 'audiences' },
  { to: '/ads/changes', name: 'changes' },
] as const;

/** A page of the ads area with the links to the others. */
export function AdsFrame({
  title,
  detail,
  actions,
  children,
}: {
  title: string;
  detail?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const text = useText(MESSAGES);
  return (
    <Page title={title} {...(detail !== undefined && { detail })} actions={actions}>
      <Group gap="xs" component="nav" aria-label={text('sections')}>
        {SECTIONS.map(({ to, name }) => (
          <ButtonLink
            key={to}
            to={to}
            size="xs"
            variant="default"
            activeOptions={{ exact: to === '/ads', includeSearch: false }}
            activeProps={{ variant: 'light' }}
          >
            {text(name)}
          </ButtonLink>
        ))}
      </Group>
      {children}
    </Page>
  );
}

/** Limits a list to one ad account. */
export function AdAccountSelect({
  value,
  onChange,
}: {
  value: string | undefined;
  onChange: (account: string | undefined) => void;
}) {
  const text = useText(MESSAGES);
  const { data } = useAdAccounts();
  return (
    <Select
      w={{ base: '100%', xs: 280 }}
      aria-label={text('account')}
      placeholder={text('allAccounts')}
      clearable
      clearButtonProps={{ 'aria-label': text('allAccounts') }}
      searchable
      data={(data?.items ?? []).map(({ accountId, name }) => ({
        value: accountId,
        label: name ?? accountId,
      }))}
      value={value ?? null}
      onChange={(account) => onChange(account ?? undefined)}
    />
  );
}
