import { Button } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useText } from '../../../i18n/use-text.js';
import { useMay } from '../../../session/use-session.js';
import { Page } from '../../../ui/page.js';
import { Empty, Failed, Loading } from '../../../ui/states.js';
import { useAccountList } from '../../../api/use-accounts.js';
import { Forbidden } from '../forbidden.js';
import { Composer } from './composer.js';
import { MESSAGES } from './composer.messages.js';

/** Creates a post. */
export function ComposerPage() {
  const text = useText(MESSAGES);
  const mayPublish = useMay('editor');
  return (
    <Page
      title={text('title')}
      actions={
        <Button component={Link} to="/publish" variant="default">
          {text('back')}
        </Button>
      }
    >
      {mayPublish ? <WithAccounts /> : <Forbidden />}
    </Page>
  );
}

function WithAccounts() {
  const text = useText(MESSAGES);
  const { data, error, refetch } = useAccountList();
  if (data === undefined) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  if (!data.some(({ status }) => status === 'active'))
    return (
      <Empty icon={IconUserCircle} title={text('noAccounts')} detail={text('noAccountsDetail')}>
        <Button component={Link} to="/accounts">
          {text('toAccounts')}
        </Button>
      </Empty>
    );
  return <Composer accounts={data} />;
}
