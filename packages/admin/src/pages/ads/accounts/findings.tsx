import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import type { HealthFindingView } from 'tiktok-connector-client';
import { useList } from '../../../api/queries.js';
import { useText } from '../../../i18n/use-text.js';
import { Answered } from '../../../ui/states.js';
import { Time } from '../../../ui/time.js';
import { MESSAGES } from '../ads.messages.js';
import { MoreButton } from '../../../ui/more-button.js';
import { useAdAccountNames } from '../use-ad-accounts.js';
import { useHealth } from '../use-health.js';

const PAGE_SIZE = 20;

/** What is wrong now, and what to do about it. @param accountId limits it to one ad account */
export function Findings({ accountId }: { accountId?: string }) {
  const text = useText(MESSAGES);
  const findings = useList(['ads', 'findings', accountId], (connector, cursor, signal) =>
    connector.GET('/api/ads/health/findings', {
      params: {
        query: {
          limit: PAGE_SIZE,
          ...(accountId !== undefined && { accountId }),
          ...(cursor !== undefined && { cursor }),
        },
      },
      signal,
    }),
  );
  return (
    <Card withBorder>
      <Title order={2} size="h4" mb="sm">
        {text('findings')}
      </Title>
      <Answered query={findings} rows={2}>
        {() =>
          findings.items.length === 0 ? (
            <NoFindings {...(accountId !== undefined && { accountId })} />
          ) : (
            <Stack gap="sm">
              {findings.items.map((finding) => (
                <Finding key={finding.id} finding={finding} />
              ))}
              <MoreButton list={findings} />
            </Stack>
          )
        }
      </Answered>
    </Card>
  );
}

/** Says that all is well only after a check. */
function NoFindings({ accountId }: { accountId?: string }) {
  const text = useText(MESSAGES);
  const health = useHealth();
  const isChecked = health?.some(
    (account) => account.checkedAt !== null && (accountId ?? account.accountId) === account.accountId,
  );
  if (isChecked !== true) return <Text c="dimmed">{text('nothingChecked')}</Text>;
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <IconCircleCheck size={20} color="var(--mantine-color-green-7)" style={{ flex: 'none' }} aria-hidden />
      <Text c="dimmed">{text('noFindings')}</Text>
    </Group>
  );
}

function Finding({ finding }: { finding: HealthFindingView }) {
  const text = useText(MESSAGES);
  const nameOf = useAdAccountNames();
  return (
    <div>
      <Group gap="xs">
        <Badge variant="light" color="orange">
          {text(`topic_${finding.topic}`)}
        </Badge>
        <Text fw={500}>{finding.name ?? finding.objectId}</Text>
        <Text size="xs" c="dimmed">
          {nameOf(finding.accountId)} · <Time at={finding.since} />
        </Text>
      </Group>
      <Text size="sm">{finding.reason}</Text>
      {finding.fix !== null && (
        <Text size="sm" c="dimmed">
          {finding.fix}
        </Text>
      )}
    </div>
  );
}
