import { Button, Grid, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useText } from '../../i18n/use-text.js';
import { useMay } from '../../session/use-session.js';
import { Page } from '../../ui/page.js';
import { Checklist } from './checklist.js';
import { MESSAGES } from './home.messages.js';
import { NeedsList } from './needs-list.js';
import { TodayPosts } from './today-posts.js';
import { useFirstAccounts } from './use-first-accounts.js';
import { Yesterday } from './yesterday.js';

/** What needs the user now, what goes out today, and yesterday's figures. */
export function HomePage() {
  const text = useText(MESSAGES);
  const mayPublish = useMay('editor');
  const accounts = useFirstAccounts();
  // Without any account there is nothing to see to, and no figures.
  const isNew = accounts.data?.items.length === 0;
  return (
    <Page
      title={text('home')}
      actions={
        mayPublish &&
        !isNew && (
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
      {!isNew && (
        <Grid>
          <Grid.Col span={{ base: 12, md: 7 }}>
            <NeedsList />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 5 }}>
            <Stack>
              <TodayPosts />
              <Yesterday />
            </Stack>
          </Grid.Col>
        </Grid>
      )}
    </Page>
  );
}
