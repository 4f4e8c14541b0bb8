import { Badge, Button, Divider, Group, Stack, Text } from '@mantine/core';
import { Fragment } from 'react';
import type { IntegrationDetailsView, TokenView } from 'tiktok-connector-client';
import { useText } from '../../i18n/use-text.js';
import { useMay } from '../../session/use-session.js';
import { accessState, type AccessState } from './access-state.js';
import { MESSAGES } from './access.messages.js';
import { AccessTimeline } from './access-timeline.js';
import { Section } from './section.js';

export type Family = TokenView['family'];

const FAMILIES: Family[] = ['login', 'account', 'advertiser'];
const COLORS: Record<AccessState, string> = {
  none: 'gray',
  ended: 'red',
  retrying: 'yellow',
  ending: 'yellow',
  valid: 'brand',
};

/** Each consent of the account, until when it lasts, and its renewal. */
export function AccessSection({
  account,
  renew,
}: {
  account: IntegrationDetailsView;
  renew: (family: Family) => void;
}) {
  const text = useText(MESSAGES);
  return (
    <Section title={text('title')}>
      {FAMILIES.map((family, index) => (
        <Fragment key={family}>
          {index > 0 && <Divider />}
          <Access
            family={family}
            token={account.tokens.find((one) => one.family === family)}
            renew={() => renew(family)}
          />
        </Fragment>
      ))}
    </Section>
  );
}

function Access({
  family,
  token,
  renew,
}: {
  family: Family;
  token: TokenView | undefined;
  renew: () => void;
}) {
  const text = useText(MESSAGES);
  const isAdmin = useMay('admin');
  const state = accessState(token, Date.now());
  const action = token === undefined ? 'connect' : 'reconnect';
  const isUrgent = state === 'ended' || state === 'ending';
  return (
    <Stack gap="xs">
      <Group justify="space-between" align="flex-start" gap="xs" wrap="nowrap">
        <Group gap="xs">
          <Text fw={600}>{text(family)}</Text>
          <Badge color={COLORS[state]} variant="light">
            {text(state)}
          </Badge>
        </Group>
        {isAdmin && (
          <Button
            size="xs"
            flex="none"
            variant={isUrgent ? 'filled' : 'default'}
            aria-label={text(`${action}Part`, { part: text(family) })}
            onClick={renew}
          >
            {text(action)}
          </Button>
        )}
      </Group>
      {token === undefined ? (
        <Text size="sm" c="dimmed">
          {text('noneDetail')}
        </Text>
      ) : (
        <AccessTimeline token={token} />
      )}
    </Stack>
  );
}
