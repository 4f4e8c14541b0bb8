import { List, Modal, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { IntegrationView } from 'tiktok-connector-client';
import { useChange } from '../../api/mutations.js';
import { useAnswer } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { accountName } from '../../ui/account-name.js';
import { TypedForm } from '../../ui/typed-form.js';
import { MESSAGES } from './details.messages.js';

const COUNTED = 200;

/** Says what disconnecting deletes and what it does not stop, and asks for the account's name. */
export function DisconnectDialog({ account, close }: { account: IntegrationView; close: () => void }) {
  const text = useText(MESSAGES);
  const navigate = useNavigate();
  const name = accountName(account);
  const disconnect = useChange(
    (connector, integrationId: string) =>
      connector.POST('/api/integrations/{integrationId}/disconnect', { params: { path: { integrationId } } }),
    { changes: [['integrations']], done: text('done', { name }) },
  );
  const submit = () => disconnect.mutate(account.id, { onSuccess: () => void navigate({ to: '/accounts' }) });
  return (
    <Modal
      opened
      onClose={close}
      title={text('confirmTitle', { name })}
      size="lg"
      closeButtonProps={{ 'aria-label': text('close') }}
    >
      <TypedForm
        field={{ label: text('type', { name }), 'data-autofocus': true, spellCheck: false }}
        accepts={(typed) => isSame(typed, name)}
        action={text('confirm')}
        cancel={text('cancel')}
        isPending={disconnect.isPending}
        run={submit}
        close={close}
      >
        <Consequences account={account} />
      </TypedForm>
    </Modal>
  );
}

function Consequences({ account }: { account: IntegrationView }) {
  const text = useText(MESSAGES);
  const withAds = account.families.advertiser;
  return (
    <>
      <Listed title={text('willHappen')}>
        <List.Item>{text('stops')}</List.Item>
        <List.Item>
          <WaitingPosts integrationId={account.id} />
        </List.Item>
        <List.Item>{text('revoked')}</List.Item>
      </Listed>
      <Listed title={text('willBeDeleted')}>
        <List.Item>{text('data')}</List.Item>
        {withAds && <List.Item>{text('adsData')}</List.Item>}
      </Listed>
      <Listed title={text('stays')}>
        <List.Item>{text('staysTikTok')}</List.Item>
        {withAds && <List.Item fw={600}>{text('staysAds')}</List.Item>}
        <List.Item>{text('staysAudit')}</List.Item>
      </Listed>
    </>
  );
}

function Listed({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Title order={3} size="h5" mb={4}>
        {title}
      </Title>
      <List size="sm" spacing={2} withPadding>
        {children}
      </List>
    </div>
  );
}

function WaitingPosts({ integrationId }: { integrationId: string }) {
  const text = useText(MESSAGES);
  const { data } = useAnswer(['publications', 'waiting', integrationId], (connector, signal) =>
    connector.GET('/api/publications', {
      params: {
        query: {
          integrationId,
          status: ['awaiting_upload', 'ready', 'scheduled', 'publishing', 'processing'],
          limit: COUNTED,
        },
      },
      signal,
    }),
  );
  if (data === undefined) return <Text span>{text('postsUnknown')}</Text>;
  const count = data.items.length;
  return text(data.nextCursor === undefined ? 'posts' : 'postsMore', { count });
}

function isSame(typed: string, name: string): boolean {
  return plain(typed) === plain(name);
}

/** The at sign and capitals are no reason to refuse a name. */
function plain(name: string): string {
  return name.trim().replace(/^@/, '').toLowerCase();
}
