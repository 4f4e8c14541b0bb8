import { Alert } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ConversationDetailsView } from 'tiktok-connector-client';
import { useAnswer } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { REPLY_MESSAGES } from './reply.messages.js';

/** Shows why the account cannot answer and what to do, in place of the field that would be refused. */
export function Barrier({ details, children }: { details: ConversationDetailsView; children: ReactNode }) {
  const text = useText(REPLY_MESSAGES);
  const { conversation, direct } = details;
  const { integrationId, kind } = conversation;
  const account = useAnswer(
    ['integrations', integrationId],
    (connector, signal) =>
      connector.GET('/api/integrations/{integrationId}', { params: { path: { integrationId } }, signal }),
    { staleTime: 60_000 },
  );
  const needed = kind === 'message' ? 'send_messages' : 'manage_comments';
  const capability = account.data?.capabilities.find((one) => one.capability === needed);
  if (capability?.available === false)
    return (
      <Alert m="sm" color="yellow" icon={<IconLock />} title={text('cannotReply')}>
        {capability.reason} {capability.fix}
      </Alert>
    );
  if (direct && !direct.window.isOpen)
    return (
      <Alert m="sm" color="yellow" icon={<IconLock />} title={text('windowClosed')}>
        {direct.window.text}
      </Alert>
    );
  return children;
}
