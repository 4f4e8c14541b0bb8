import { Button, Group, Modal, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { ApiError, type NewAudienceDto } from 'tiktok-connector-client';
import { useChange } from '../../../api/mutations.js';
import { useText } from '../../../i18n/use-text.js';
import { useAdAccounts } from '../use-ad-accounts.js';
import { MESSAGES } from './audiences.messages.js';

const BASES = ['consent', 'contract', 'legitimate_interest'] as const;

/** Creates an audience. TikTok gets to know it with the first file. */
export function NewAudience({ accountId }: { accountId: string | undefined }) {
  const text = useText(MESSAGES);
  const [opened, dialog] = useDisclosure();
  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={dialog.open}>
        {text('new')}
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={text('new')}>
        <NewAudienceForm accountId={accountId} close={dialog.close} />
      </Modal>
    </>
  );
}

function NewAudienceForm({ accountId, close }: { accountId: string | undefined; close: () => void }) {
  const text = useText(MESSAGES);
  const navigate = useNavigate();
  const { data: accounts } = useAdAccounts();
  const form = useForm({
    initialValues: {
      accountId: accountId ?? null,
      name: '',
      basis: null as string | null,
      source: '',
      collectedAt: null as string | null,
      retentionDays: '' as number | string,
    },
  });
  const create = useChange(
    (connector, body: NewAudienceDto) => connector.POST('/api/ads/audiences', { body }),
    { changes: [['ads', 'audiences']] },
  );
  const submit = form.onSubmit(({ accountId: account, name, basis, source, collectedAt, retentionDays }) =>
    create.mutate(
      {
        accountId: account ?? '',
        name,
        consent: {
          basis: basis ?? '',
          source,
          collectedAt: collectedAt === null ? '' : `${collectedAt}T00:00:00Z`,
        },
        ...(typeof retentionDays === 'number' && { retentionDays }),
      },
      {
        onSuccess: ({ id }) =>
          void navigate({ to: '/ads/audiences/$audienceId', params: { audienceId: id } }),
        onError: (error) => {
          if (error instanceof ApiError)
            form.setErrors(
              Object.fromEntries(
                Object.entries(error.fields).map(([field, message]) => [
                  field.replace('consent.', ''),
                  message,
                ]),
              ),
            );
        },
      },
    ),
  );
  return (
    <form onSubmit={submit}>
      <Stack>
        <Select
          label={text('account')}
          required
          searchable
          data={(accounts?.items ?? []).map((account) => ({
            value: account.accountId,
            label: account.name ?? account.accountId,
          }))}
          {...form.getInputProps('accountId')}
        />
        <TextInput label={text('name')} required {...form.getInputProps('name')} />
        <Select
          label={text('basis')}
          description={text('basisDetail')}
          required
          data={BASES.map((basis) => ({ value: basis, label: text(`basis_${basis}`) }))}
          {...form.getInputProps('basis')}
        />
        <TextInput
          label={text('source')}
          placeholder={text('sourceExample')}
          required
          {...form.getInputProps('source')}
        />
        <DateInput
          label={text('collectedAt')}
          required
          maxDate={new Date()}
          valueFormat="L"
          {...form.getInputProps('collectedAt')}
        />
        <NumberInput
          label={text('retention')}
          description={text('retentionDetail')}
          min={1}
          allowDecimal={false}
          {...form.getInputProps('retentionDays')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {text('cancel')}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {text('create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
