import { Button, SimpleGrid, Stack } from '@mantine/core';
import { IconPlus, IconUserCircle } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useList } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { useMay } from '../../session/use-session.js';
import { MoreButton } from '../../ui/more-button.js';
import { Page } from '../../ui/page.js';
import { Answered, Empty } from '../../ui/states.js';
import { AccountCard } from './account-card.js';
import { MESSAGES } from './accounts.messages.js';
import { ConnectDialog } from './connect-dialog.js';
import { ConsentOutcome } from './consent-outcome.js';

const REFRESH_MS = 30_000;

/** All TikTok accounts of the organisation, newest first. */
export function AccountsPage() {
  const text = useText(MESSAGES);
  const isAdmin = useMay('admin');
  const { connect, ...outcome } = useSearch({ from: '/accounts' });
  const navigate = useNavigate({ from: '/accounts' });
  const show = (search: { connect?: true }) => void navigate({ to: '.', search, replace: true });
  const add = isAdmin && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => show({ connect: true })}>
      {text('connect')}
    </Button>
  );
  return (
    <Page title={text('accounts')} detail={text('detail')} actions={add || undefined}>
      <ConsentOutcome outcome={outcome} dismiss={() => show({})} />
      <AccountList add={add} />
      {connect && isAdmin && <ConnectDialog close={() => show({})} />}
    </Page>
  );
}

function AccountList({ add }: { add: React.ReactNode }) {
  const text = useText(MESSAGES);
  const list = useList(
    ['integrations'],
    (connector, cursor, signal) =>
      connector.GET('/api/integrations', { params: { query: { cursor } }, signal }),
    { refetchInterval: REFRESH_MS },
  );
  return (
    <Answered query={list}>
      {() =>
        list.items.length === 0 ? (
          <Empty
            icon={IconUserCircle}
            title={text('empty')}
            detail={text(add ? 'emptyDetail' : 'emptyForOthers')}
          >
            {add}
          </Empty>
        ) : (
          <Stack align="center">
            <SimpleGrid cols={{ base: 1, md: 2, lg: 3 }} w="100%">
              {list.items.map((account) => (
                <AccountCard key={account.id} account={account} />
              ))}
            </SimpleGrid>
            <MoreButton list={list} />
          </Stack>
        )
      }
    </Answered>
  );
}
