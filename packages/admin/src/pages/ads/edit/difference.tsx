import { Alert, Button, Group, List, Stack, Table, Text } from '@mantine/core';
import { useIntl } from 'react-intl';
import { ApiError, type AdObjectDetailView } from 'tiktok-connector-client';
import { useText } from '../../../i18n/use-text.js';
import { Money } from '../../../ui/money.js';
import { TextLink } from '../../../ui/page-links.js';
import { plainAmount } from '../amounts.js';
import { largestDaySpend } from './day-spend.js';
import type { Change, Field } from './edit-fields.js';
import { EDIT } from './edit.messages.js';
import type { useEdit } from './use-edit.js';

const REVIEWED: ReadonlySet<Field> = new Set(['text', 'callToAction', 'landingPageUrl']);

/** What a change does, before it is sent: old and new values, the spend, and TikTok's review. */
export function Difference({
  edit,
  changes,
  back,
  send,
}: {
  edit: ReturnType<typeof useEdit>;
  changes: readonly Change[];
  back: () => void;
  send: () => void;
}) {
  const text = useText(EDIT);
  const { object, conflicts, formerStatus, error } = edit;
  const isReviewed = changes.some(({ field }) => REVIEWED.has(field));
  const isSmartBid = object.family === 'us_plus' && changes.some(({ field }) => field === 'bid');
  return (
    <Stack>
      {(conflicts.length > 0 || formerStatus !== undefined) && <Conflicts edit={edit} />}
      <Table.ScrollContainer minWidth={320}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text('field')}</Table.Th>
              <Table.Th>{text('before')}</Table.Th>
              <Table.Th>{text('after')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changes.map(({ field, before, after }) => (
              <Table.Tr key={field}>
                <Table.Td>{text(field)}</Table.Td>
                <Table.Td>
                  <Value field={field} value={before} object={object} />
                </Table.Td>
                <Table.Td fw={600}>
                  <Value field={field} value={after} object={object} />
                </Table.Td>
              </Table.Tr>
            ))}
            <Spend object={object} changes={changes} />
            <Table.Tr>
              <Table.Td>{text('status')}</Table.Td>
              <Table.Td>{text(statusOf(object.status))}</Table.Td>
              <Table.Td c="dimmed">{text('stays')}</Table.Td>
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm">{text(isReviewed ? 'review' : 'noReview')}</Text>
      {isSmartBid && <Text size="sm">{text('smartBid')}</Text>}
      {error && <Refused error={error} accountId={object.accountId} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={back}>
          {text('back')}
        </Button>
        <Button loading={edit.isPending} disabled={changes.length === 0} onClick={send}>
          {text('send')}
        </Button>
      </Group>
    </Stack>
  );
}

/** The budget decides what one day may cost, so both are shown if it changes. */
function Spend({ object, changes }: { object: AdObjectDetailView; changes: readonly Change[] }) {
  const text = useText(EDIT);
  const budget = changes.find(({ field }) => field === 'budget');
  if (!budget) return null;
  const currency = object.budget?.currency;
  return (
    <Table.Tr>
      <Table.Td>
        {text('spend')}
        <Text size="xs" c="dimmed">
          {text('spendDetail')}
        </Text>
      </Table.Td>
      <Table.Td>
        <Money amount={largestDaySpend(object, budget.before)} currency={currency} inherit />
      </Table.Td>
      <Table.Td fw={600}>
        <Money amount={largestDaySpend(object, budget.after)} currency={currency} inherit />
      </Table.Td>
    </Table.Tr>
  );
}

function Value({ field, value, object }: { field: Field; value: string | null; object: AdObjectDetailView }) {
  const text = useText(EDIT);
  const intl = useIntl();
  if (value === null || value === '') return text('none');
  if (field === 'budget' || field === 'bid')
    return <Money amount={plainAmount(value)} currency={object.budget?.currency} inherit />;
  if (field !== 'start' && field !== 'end') return value;
  // A wall clock of the account's zone: written as it is, in the user's format.
  return intl.formatDate(`${value}Z`, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
}

function statusOf(status: AdObjectDetailView['status']) {
  return status === null ? 'status_unknown' : (`status_${status}` as const);
}

function Conflicts({ edit: { conflicts, formerStatus, object } }: { edit: ReturnType<typeof useEdit> }) {
  const text = useText(EDIT);
  return (
    <Alert color="orange" role="alert" title={text('conflict')}>
      <List size="sm" mb="xs">
        {conflicts.map(({ field, before, after }) => (
          <List.Item key={field}>
            {text(field)}: <Value field={field} value={before} object={object} /> →{' '}
            <Value field={field} value={after} object={object} />
          </List.Item>
        ))}
        {formerStatus !== undefined && (
          <List.Item>
            {text('status')}: {text(statusOf(formerStatus))} → {text(statusOf(object.status))}
          </List.Item>
        )}
      </List>
      {text('conflictDetail')}
    </Alert>
  );
}

function Refused({ error, accountId }: { error: Error; accountId: string }) {
  const text = useText(EDIT);
  return (
    <Alert color="red" role="alert" title={text('failed')}>
      <Text size="sm">{error instanceof ApiError ? error.message : text('lost')}</Text>
      <TextLink to="/ads/changes" search={{ account: accountId }} size="sm">
        {text('toChanges')}
      </TextLink>
    </Alert>
  );
}
