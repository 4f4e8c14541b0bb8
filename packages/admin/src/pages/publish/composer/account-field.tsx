import { Avatar, Group, Select, Text } from '@mantine/core';
import type { IntegrationView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { accountName } from '../publication.js';
import { MESSAGES } from './composer.messages.js';

/** The account to post to. Accounts that are not connected are shown, but cannot be chosen. */
export function AccountField({
  accounts,
  value,
  disabled,
  onChange,
}: {
  accounts: readonly IntegrationView[];
  value: string | null;
  disabled: boolean;
  onChange: (integrationId: string) => void;
}) {
  const text = useText(MESSAGES);
  return (
    <Select
      label={text('account')}
      placeholder={text('accountHint')}
      withAsterisk
      searchable={accounts.length > 8}
      allowDeselect={false}
      disabled={disabled}
      data={accounts.map((account) => ({
        value: account.id,
        label:
          account.status === 'active'
            ? accountName(account)
            : text('inactive', { name: accountName(account) }),
        disabled: account.status !== 'active',
      }))}
      value={value}
      onChange={(chosen) => chosen !== null && onChange(chosen)}
      renderOption={({ option }) => (
        <Group gap="xs" wrap="nowrap">
          <Avatar src={accounts.find(({ id }) => id === option.value)?.avatarUrl ?? null} size="sm" alt="" />
          <Text size="sm">{option.label}</Text>
        </Group>
      )}
    />
  );
}
