import { Anchor, Badge, Stack, Text } from '@mantine/core';
import { useIntl } from 'react-intl';
import type { AdminActionView } from 'tiktok-connector-client';
import { useAccountNames } from '../../api/use-accounts.js';
import { useText } from '../../i18n/use-text.js';
import { Cell, Row } from '../../ui/stacked-table.js';
import { AUDIT_MESSAGES } from './audit.messages.js';
import { useActionText } from './use-action-text.js';

type Narrow = (filter: { actor?: string; target?: string }) => void;

/** One action. Its user and its objects narrow the list. */
export function ActionRow({ action, narrow }: { action: AdminActionView; narrow: Narrow }) {
  const text = useText(AUDIT_MESSAGES);
  const nameOf = useActionText();
  const intl = useIntl();
  const { at, actor, role, targets, status, requestId } = action;
  return (
    <Row>
      <Cell>
        <Text size="sm" fw={500}>
          {nameOf(action.action)}
        </Text>
      </Cell>
      <Cell label={text('at')} isWide>
        <time dateTime={at}>{intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'medium' })}</time>
      </Cell>
      <Cell label={text('actor')} isWide>
        <Narrower
          label={text('onlyActor', { name: actor.name ?? actor.id })}
          shown={actor.name ?? actor.id}
          onClick={() => narrow({ actor: actor.id })}
        />
        {role !== null && (
          <Text size="xs" c="dimmed">
            {text(role)}
          </Text>
        )}
      </Cell>
      <Cell label={text('target')} isWide>
        {targets.length > 0 && <Targets targets={targets} narrow={narrow} />}
      </Cell>
      <Cell label={text('outcome')} isWide>
        <Outcome status={status} />
        {requestId !== null && status !== null && status >= 400 && (
          <Text size="xs" c="dimmed">
            {text('reference', { id: requestId })}
          </Text>
        )}
      </Cell>
    </Row>
  );
}

function Targets({ targets, narrow }: { targets: AdminActionView['targets']; narrow: Narrow }) {
  const text = useText(AUDIT_MESSAGES);
  const accountOf = useAccountNames();
  return (
    <Stack gap={2} align="flex-start">
      {targets.map(({ parameter, id }) =>
        parameter === 'contactId' ? (
          <Text key={parameter} size="sm">
            {text('erased')}
          </Text>
        ) : (
          <Narrower
            key={parameter}
            label={text('onlyTarget', { id })}
            shown={accountOf(id) ?? id}
            onClick={() => narrow({ target: id })}
          />
        ),
      )}
    </Stack>
  );
}

function Narrower({ label, shown, onClick }: { label: string; shown: string; onClick: () => void }) {
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      ta="start"
      title={label}
      style={{ overflowWrap: 'anywhere' }}
      onClick={onClick}
    >
      {shown}
    </Anchor>
  );
}

function Outcome({ status }: { status: number | null }) {
  const text = useText(AUDIT_MESSAGES);
  if (status === null)
    return (
      <Badge variant="light" color="yellow" title={text('unknownDetail')}>
        {text('unknown')}
      </Badge>
    );
  if (status < 400)
    return (
      <Badge variant="light" color="green">
        {text('done')}
      </Badge>
    );
  return (
    <Badge variant="light" color="red">
      {text(status < 500 ? 'refused' : 'failed', { status })}
    </Badge>
  );
}
