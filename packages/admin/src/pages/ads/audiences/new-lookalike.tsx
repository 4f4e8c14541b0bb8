import { Button, Checkbox, Group, Modal, MultiSelect, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconUsersPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { ApiError, type AudienceDetailsView, type LookalikeDto } from 'tiktok-connector-client';
import { useChange } from '../../../api/mutations.js';
import { useAnswer } from '../../../api/queries.js';
import { useText } from '../../../i18n/use-text.js';
import { MESSAGES } from './lookalike.messages.js';

const SIZES = ['NARROW', 'BALANCED', 'BROAD'] as const satisfies LookalikeDto['size'][];
const SHOWN = 100;

/** Makes an audience of users who are like those of this one. */
export function NewLookalike({ audience }: { audience: AudienceDetailsView }) {
  const text = useText(MESSAGES);
  const [opened, dialog] = useDisclosure();
  return (
    <>
      <Button variant="default" leftSection={<IconUsersPlus size={18} aria-hidden />} onClick={dialog.open}>
        {text('lookalike')}
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={text('lookalikeOf', { name: audience.name })}>
        <LookalikeForm audience={audience} close={dialog.close} />
      </Modal>
    </>
  );
}

function LookalikeForm({ audience, close }: { audience: AudienceDetailsView; close: () => void }) {
  const text = useText(MESSAGES);
  const navigate = useNavigate();
  const { id, accountId } = audience;
  const countries = useCountries(accountId);
  const form = useForm({
    initialValues: {
      name: '',
      size: null as string | null,
      locationIds: [] as string[],
      includeSource: false,
    },
  });
  const create = useChange(
    (connector, body: LookalikeDto) =>
      connector.POST('/api/ads/audiences/{audienceId}/lookalike', {
        params: { path: { audienceId: id } },
        body,
      }),
    { changes: [['ads', 'audiences']] },
  );
  const submit = form.onSubmit(({ name, size, locationIds, includeSource }) => {
    const chosen = SIZES.find((one) => one === size);
    if (chosen === undefined) return form.setFieldError('size', text('sizeMissing'));
    const markets = countries.flatMap((one) =>
      locationIds.includes(one.id) && one.code !== null ? [one.code] : [],
    );
    return create.mutate(
      { name: name.trim(), size: chosen, locationIds, includeSource, ...(markets.length > 0 && { markets }) },
      {
        onSuccess: (made) =>
          void navigate({ to: '/ads/audiences/$audienceId', params: { audienceId: made.id } }),
        onError: (error) => error instanceof ApiError && form.setErrors(beside(error.fields)),
      },
    );
  });
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">{text('explain')}</Text>
        <TextInput label={text('name')} required maxLength={128} {...form.getInputProps('name')} />
        <Radio.Group label={text('size')} withAsterisk {...form.getInputProps('size')}>
          <Stack gap="xs" mt="xs">
            {SIZES.map((size) => (
              <Radio
                key={size}
                value={size}
                label={text(`size_${size}`)}
                description={text(`size_${size}_detail`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <MultiSelect
          label={text('countries')}
          withAsterisk
          searchable
          limit={SHOWN}
          data={countries.map((one) => ({ value: one.id, label: one.name ?? one.id }))}
          {...form.getInputProps('locationIds')}
        />
        <Checkbox
          label={text('includeSource')}
          {...form.getInputProps('includeSource', { type: 'checkbox' })}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {text('cancel')}
          </Button>
          <Button type="submit" loading={create.isPending} disabled={form.values.locationIds.length === 0}>
            {text('create')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The service checks countries by their codes, which the form has beside the ids. */
function beside({ markets, ...fields }: Record<string, string>): Record<string, string> {
  return { ...fields, ...(markets !== undefined && { locationIds: markets }) };
}

function useCountries(accountId: string) {
  const { data } = useAnswer(
    ['ads', 'countries', accountId],
    (connector, signal) =>
      connector.GET('/api/ads/tools/regions', { params: { query: { accountId } }, signal }),
    { staleTime: 5 * 60_000 },
  );
  return (data?.items ?? []).filter(({ parentId }) => parentId === null);
}
