import { Alert, Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconStethoscope } from '@tabler/icons-react';
import type { FindingView } from 'tiktok-connector-client';
import { useAnswer } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { useMay } from '../../session/use-session.js';
import { Answered } from '../../ui/states.js';
import { Time } from '../../ui/time.js';
import { DOCTOR_MESSAGES } from './doctor.messages.js';

const COLORS = { ok: 'green', warning: 'yellow', problem: 'red' };
const ORDER = ['problem', 'warning', 'ok'];

/** What the service has checked about its set-up, the worst first, and how to fix it. */
export function DoctorTab() {
  const text = useText(DOCTOR_MESSAGES);
  const isOperator = useMay('operator');
  // The checks call TikTok, so they run only when a user asks.
  const query = useAnswer(['doctor'], (connector, signal) => connector.GET('/api/doctor', { signal }), {
    staleTime: 300_000,
  });
  return (
    <Stack>
      {!isOperator && (
        <Text size="sm" c="dimmed">
          {text('scope')}
        </Text>
      )}
      <Answered query={query}>
        {({ items }) => (
          <Stack>
            <Group justify="space-between">
              <Summary items={items} at={query.dataUpdatedAt} />
              <Button
                variant="light"
                leftSection={<IconStethoscope size={18} />}
                loading={query.isFetching}
                onClick={() => void query.refetch()}
              >
                {text('run')}
              </Button>
            </Group>
            {items
              .toSorted((one, other) => ORDER.indexOf(one.status) - ORDER.indexOf(other.status))
              .map((finding) => (
                <Finding key={finding.check} finding={finding} />
              ))}
          </Stack>
        )}
      </Answered>
    </Stack>
  );
}

function Summary({ items, at }: { items: FindingView[]; at: number }) {
  const text = useText(DOCTOR_MESSAGES);
  const problems = items.filter(({ status }) => status === 'problem').length;
  const warnings = items.filter(({ status }) => status === 'warning').length;
  return (
    <div>
      <Text fw={600}>
        {problems + warnings === 0 ? text('allWell') : text('found', { problems, warnings })}
      </Text>
      <Text size="sm" c="dimmed">
        {text('checkedAt')} <Time at={new Date(at).toISOString()} />
      </Text>
    </div>
  );
}

function Finding({ finding: { check, status, detail, fix } }: { finding: FindingView }) {
  const text = useText(DOCTOR_MESSAGES);
  return (
    <Card withBorder padding="sm">
      <Stack gap="xs">
        <Group gap="xs">
          <Badge variant="light" color={COLORS[status]}>
            {text(status)}
          </Badge>
          <Text ff="monospace" size="sm">
            {check}
          </Text>
        </Group>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {detail}
        </Text>
        {fix !== undefined && (
          <Alert color={COLORS[status]} title={text('fix')}>
            {fix}
          </Alert>
        )}
      </Stack>
    </Card>
  );
}
