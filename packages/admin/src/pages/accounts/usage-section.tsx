import { Alert, Group, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { IntegrationDetailsView, QuotaView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { UseBar } from '../../ui/use-bar.js';
import { Section } from './section.js';
import { MESSAGES } from './usage.messages.js';

/** How much of TikTok's posting limits the account has used. */
export function UsageSection({ account: { app, quotas } }: { account: IntegrationDetailsView }) {
  const text = useText(MESSAGES);
  return (
    <Section title={text('title')}>
      {!app.audited && (
        <Alert color="blue" icon={<IconInfoCircle aria-hidden />} p="xs">
          {text('notAudited')}
        </Alert>
      )}
      {quotas.length === 0 && <Text c="dimmed">{text('none')}</Text>}
      {quotas.map((quota) => (
        <Usage key={quota.quota} quota={quota} />
      ))}
    </Section>
  );
}

function Usage({ quota: { quota, used, limit, windowSeconds } }: { quota: QuotaView }) {
  const text = useText(MESSAGES);
  const name = quota in MESSAGES.en ? text(quota as keyof typeof MESSAGES.en) : quota;
  // The service waits slightly longer than TikTok's window.
  const hours = Math.round(windowSeconds / 3_600);
  const window = windowSeconds < 120 ? 'minute' : hours === 24 ? 'day' : 'other';
  return (
    <Stack gap={4}>
      <Group justify="space-between" align="flex-end" gap="md" wrap="nowrap">
        <Text size="sm">{text('named', { name, window: text('window', { window, hours }) })}</Text>
        <Text size="sm" fw={600} flex="none">
          {text('used', { used, limit })}
        </Text>
      </Group>
      <UseBar name={name} used={used} limit={limit} />
      {used >= limit && <Text size="sm">{text('full')}</Text>}
    </Stack>
  );
}
