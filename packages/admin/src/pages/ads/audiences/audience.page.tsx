import { Alert, Badge, Card, Group, Stack, Table, Text, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { AudienceDetailsView, AudienceUploadView } from 'tiktok-connector-client';
import { useAnswer } from '../../../api/queries.js';
import { useText } from '../../../i18n/use-text.js';
import { useMay } from '../../../session/use-session.js';
import { DecimalFigure } from '../../../ui/money.js';
import { Figure } from '../../../ui/figure.js';
import { Cell, Row, StackedTable } from '../../../ui/stacked-table.js';
import { Answered } from '../../../ui/states.js';
import { Time } from '../../../ui/time.js';
import { AdsFrame } from '../ads-frame.js';
import { useAdAccountNames } from '../use-ad-accounts.js';
import { ApplyAudience } from './apply-audience.js';
import { AudienceBadge } from './audience-badge.js';
import { AudienceUpload } from './audience-upload.js';
import { MESSAGES } from './audiences.messages.js';
import { DeleteAudience } from './delete-audience.js';
import { NewLookalike } from './new-lookalike.js';

const route = getRouteApi('/ads/audiences/$audienceId');
const UNSETTLED = new Set(['sending', 'matching']);
const POLL_MS = 5_000;

/** One audience: how far it is at TikTok, files for it, and the ad groups that use it. */
export function AudiencePage() {
  const { audienceId } = route.useParams();
  const text = useText(MESSAGES);
  const may = useMay('editor');
  const audience = useAnswer(
    ['ads', 'audience', audienceId],
    (connector, signal) =>
      connector.GET('/api/ads/audiences/{audienceId}', { params: { path: { audienceId } }, signal }),
    { refetchInterval: POLL_MS },
  );
  return (
    <AdsFrame
      title={audience.data?.name ?? text('audience')}
      actions={may && audience.data ? <Actions audience={audience.data} /> : undefined}
    >
      <Answered query={audience} rows={6}>
        {(details) => <Audience audience={details} />}
      </Answered>
    </AdsFrame>
  );
}

/** What an editor can do with a whole audience in its present state. */
function Actions({ audience }: { audience: AudienceDetailsView }) {
  const { kind, status } = audience;
  if (status === 'deleted') return null;
  return (
    <>
      {kind !== 'lookalike' && status === 'ready' && <NewLookalike audience={audience} />}
      <DeleteAudience audience={audience} />
    </>
  );
}

function Audience({ audience }: { audience: AudienceDetailsView }) {
  const text = useText(MESSAGES);
  const may = useMay('editor');
  const takesFiles = audience.kind !== 'lookalike' && audience.status !== 'deleted';
  return (
    <Stack gap="lg">
      <Facts audience={audience} />
      {audience.status === 'too_small' && <Alert color="orange">{text('tooSmallDetail')}</Alert>}
      {may && takesFiles && <AudienceUpload audience={audience} />}
      {may && audience.status === 'ready' && <ApplyAudience audience={audience} />}
      <Operations uploads={audience.uploads} />
    </Stack>
  );
}

function Facts({ audience }: { audience: AudienceDetailsView }) {
  const text = useText(MESSAGES);
  const nameOf = useAdAccountNames();
  const { status, consent } = audience;
  return (
    <Card withBorder>
      <Group gap="sm" aria-live="polite">
        <AudienceBadge status={status} />
        <Text>{text(`about_${audience.status}`)}</Text>
      </Group>
      <Group gap="lg" mt="sm">
        <Text size="sm">{nameOf(audience.accountId)}</Text>
        <Text size="sm">
          {text('size')}: <DecimalFigure value={audience.size} />
          {UNSETTLED.has(status) && ` (${text('matchingTakes')})`}
        </Text>
        <Text size="sm">{text('updatesLeft', { count: audience.updatesLeft })}</Text>
        {audience.nextUpdateAt !== null && (
          <Text size="sm">
            {text('nextUpdate')} <Time at={audience.nextUpdateAt} />
          </Text>
        )}
        {audience.expiresAt !== null && (
          <Text size="sm" c={audience.isExpiring === true ? 'orange.9' : undefined}>
            {text('expires')}: <Time at={audience.expiresAt} />
          </Text>
        )}
      </Group>
      {consent !== null && (
        <Text size="sm" c="dimmed" mt="xs">
          {text('basis')}: {consent.basis} · {consent.source} · <Time at={consent.collectedAt} />
        </Text>
      )}
    </Card>
  );
}

const STATE_COLORS = {
  staged: 'gray',
  sending: 'blue',
  unknown: 'orange',
  matching: 'blue',
  done: 'green',
  failed: 'red',
} as const satisfies Record<AudienceUploadView['state'], string>;

function Operations({ uploads }: { uploads: readonly AudienceUploadView[] }) {
  const text = useText(MESSAGES);
  if (uploads.length === 0) return null;
  return (
    <Card withBorder>
      <Title order={2} size="h4" mb="xs">
        {text('operations')}
      </Title>
      <StackedTable minWidth={520}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text('operation')}</Table.Th>
            <Table.Th>{text('status')}</Table.Th>
            <Table.Th ta="right">{text('usableRows')}</Table.Th>
            <Table.Th>{text('when')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {uploads.map((upload) => (
            <Row key={upload.id}>
              <Cell>{text(`action_${upload.action}`)}</Cell>
              <Cell maw={320} isWide>
                <Badge variant="light" color={STATE_COLORS[upload.state]}>
                  {text(`state_${upload.state}`)}
                </Badge>
                {upload.failMessage !== null && (
                  <Text size="xs" c="dimmed">
                    {upload.failMessage}
                  </Text>
                )}
              </Cell>
              <Cell ta="right" label={text('usableRows')}>
                {upload.report === null ? '–' : <Figure value={upload.report.usableRows} inherit />}
              </Cell>
              <Cell label={text('when')}>
                <Time at={upload.createdAt} />
              </Cell>
            </Row>
          ))}
        </Table.Tbody>
      </StackedTable>
    </Card>
  );
}
