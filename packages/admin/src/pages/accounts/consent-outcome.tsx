import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useAnswer } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { useMay } from '../../session/use-session.js';
import { accountName } from '../../ui/account-name.js';
import type { Outcome } from './outcome.js';
import { MESSAGES } from './outcome.messages.js';

/** Says what the consent has led to, after TikTok has sent the browser back. */
export function ConsentOutcome({ outcome, dismiss }: { outcome: Outcome; dismiss: () => void }) {
  const { status, code, warning, integrationId } = outcome;
  return (
    <>
      {status === 'error' && <NotConnected code={code ?? 'unknown'} dismiss={dismiss} />}
      {status === 'connected' && integrationId !== undefined && (
        <Connected key={integrationId} id={integrationId} warning={warning} dismiss={dismiss} />
      )}
    </>
  );
}

function NotConnected({ code, dismiss }: { code: string; dismiss: () => void }) {
  const text = useText(MESSAGES);
  return (
    <Alert
      color={code === 'access_denied' ? 'yellow' : 'red'}
      icon={<IconAlertTriangle aria-hidden />}
      title={text('error')}
      withCloseButton
      closeButtonLabel={text('close')}
      onClose={dismiss}
    >
      <Explanation code={code} />
    </Alert>
  );
}

/** An address can claim anything, so the account itself is asked whether it is connected. */
function Connected({
  id,
  warning,
  dismiss,
}: {
  id: string;
  warning: string | undefined;
  dismiss: () => void;
}) {
  const text = useText(MESSAGES);
  const mayPublish = useMay('editor');
  const { data: account } = useAnswer(['integrations', id], (connector, signal) =>
    connector.GET('/api/integrations/{integrationId}', { params: { path: { integrationId: id } }, signal }),
  );
  if (account === undefined) return null;
  const works = account.status === 'active';
  return (
    <Alert
      color={works ? 'brand' : 'yellow'}
      icon={works ? <IconCircleCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
      title={works ? text('connected', { name: accountName(account) }) : text('unclear')}
      withCloseButton
      closeButtonLabel={text('close')}
      onClose={dismiss}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{text(works ? 'connectedDetail' : 'unclearDetail')}</Text>
        {warning !== undefined && (
          <div>
            <Text size="sm" fw={600}>
              {text('partly')}
            </Text>
            <Explanation code={warning} />
          </div>
        )}
        {works && mayPublish && (
          <Button component={Link} to={'/publish/new' as string} size="xs">
            {text('publish')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

function Explanation({ code }: { code: string }) {
  const text = useText(MESSAGES);
  const known = code in MESSAGES.en ? (code as keyof typeof MESSAGES.en) : undefined;
  return (
    <>
      <Text size="sm">{text(known ?? 'other')}</Text>
      {known === undefined && (
        <Text size="xs" c="dimmed">
          {text('code', { code })}
        </Text>
      )}
    </>
  );
}
