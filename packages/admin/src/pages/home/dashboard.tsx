import { Grid, Stack } from '@mantine/core';
import { NeedsList } from './needs-list.js';
import { TodayPosts } from './today-posts.js';
import { Yesterday } from './yesterday.js';

/** What needs the user now, what goes out today, and yesterday's figures. */
export function Dashboard() {
  return (
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
  );
}
