import {
  Button,
  Card,
  Group,
  MultiSelect,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useState } from 'react';
import type { ApplyAudienceDto, AudienceDetailsView } from 'tiktok-connector-client';
import { useChange } from '../../../api/mutations.js';
import { useAnswer } from '../../../api/queries.js';
import { useText } from '../../../i18n/use-text.js';
import { MESSAGES } from './audiences.messages.js';

const MODES = ['include', 'exclude', 'disconnect'] as const;
const MOST_AD_GROUPS = 200;

/** Uses the audience in ad groups, or ends its use. */
export function ApplyAudience({ audience: { id, accountId } }: { audience: AudienceDetailsView }) {
  const text = useText(MESSAGES);
  const [adGroupIds, setAdGroupIds] = useState<string[]>([]);
  const [mode, setMode] = useState<(typeof MODES)[number]>('include');
  const [reason, setReason] = useState('');
  const adGroups = useAnswer(['ads', 'objects', 'for-audience', accountId], (connector, signal) =>
    connector.GET('/api/ads/ad-groups', { params: { query: { accountId, limit: MOST_AD_GROUPS } }, signal }),
  );
  const apply = useChange(
    (connector, body: ApplyAudienceDto) =>
      connector.POST('/api/ads/audiences/{audienceId}/apply', { params: { path: { audienceId: id } }, body }),
    { changes: [['ads']], done: text('applied') },
  );
  const run = () =>
    apply.mutate(
      { adGroupIds, mode, ...(reason.trim() !== '' && { reason: reason.trim() }) },
      { onSuccess: () => setAdGroupIds([]) },
    );
  return (
    <Card withBorder>
      <Title order={2} size="h4">
        {text('apply')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {text(`mode_${mode}_detail`)}
      </Text>
      <Stack>
        <SegmentedControl
          size="xs"
          aria-label={text('apply')}
          value={mode}
          onChange={setMode}
          data={MODES.map((one) => ({ value: one, label: text(`mode_${one}`) }))}
          style={{ alignSelf: 'flex-start' }}
        />
        <MultiSelect
          label={text('adGroups')}
          searchable
          data={(adGroups.data?.items ?? []).map((one) => ({ value: one.id, label: one.name ?? one.id }))}
          value={adGroupIds}
          onChange={setAdGroupIds}
        />
        <Group align="flex-end">
          <TextInput
            w={{ base: '100%', xs: 320 }}
            label={text('reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button disabled={adGroupIds.length === 0} loading={apply.isPending} onClick={run}>
            {text(`mode_${mode}`)}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}
