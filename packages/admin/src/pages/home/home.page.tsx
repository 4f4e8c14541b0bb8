import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useText } from '../../i18n/use-text.js';
import { useMay } from '../../session/use-session.js';
import { Page } from '../../ui/page.js';
import { Loading } from '../../ui/states.js';
import { Checklist } from './checklist.js';
import { MESSAGES } from './home.messages.js';
import { useFirstAccounts } from './use-first-accounts.js';

// A new organisation does not need it yet.
const Dashboard = lazy(async () => ({ default: (await import('./dashboard.js')).Dashboard }));

/** The first steps of a new organisation, and what matters now to all others. */
export function HomePage() {
  const text = useText(MESSAGES);
  const mayPublish = useMay('editor');
  const accounts = useFirstAccounts();
  // Without any account there is nothing to see to, and no figures.
  const hasAccounts = accounts.error !== null || (accounts.data?.items.length ?? 0) > 0;
  return (
    <Page
      title={text('home')}
      actions={
        mayPublish &&
        hasAccounts && (
          <Button
            component={Link}
            to={'/publish/new' as string}
            leftSection={<IconPlus size={16} aria-hidden />}
          >
            {text('newPost')}
          </Button>
        )
      }
    >
      <Checklist />
      {accounts.isPending && <Loading />}
      {hasAccounts && (
        <Suspense fallback={<Loading />}>
          <Dashboard />
        </Suspense>
      )}
    </Page>
  );
}
