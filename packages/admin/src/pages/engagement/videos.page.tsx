import { Group, Select, TextInput } from '@mantine/core';
import { IconMovie, IconSearch } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useList } from '../../api/queries.js';
import { useText } from '../../i18n/use-text.js';
import { CsvButton } from '../../ui/csv-button.js';
import { TextLink } from '../../ui/page-links.js';
import { Page } from '../../ui/page.js';
import { Answered, Empty } from '../../ui/states.js';
import { useTypedSearch } from '../../ui/use-typed-search.js';
import { SORTS } from './engagement.search.js';
import { AccountSelect } from './filters.js';
import { useVideoColumns, videoRow } from './video-columns.js';
import { VideoTable } from './video-table.js';
import { MESSAGES } from './videos.messages.js';

const route = getRouteApi('/engagement/videos');
const PAGE_SIZE = 100;

/** All videos: searched, sorted, and as long as they are. */
export function VideosPage() {
  const text = useText(MESSAGES);
  const header = useVideoColumns();
  const { account, sort, text: wanted } = route.useSearch();
  const query = {
    limit: PAGE_SIZE,
    sort,
    includeGone: true,
    ...(account !== undefined && { integrationId: account }),
    ...(wanted !== undefined && { text: wanted }),
  };
  const videos = useList(['figures', 'videos', query], (connector, cursor, signal) =>
    connector.GET('/api/social-activity/videos', {
      params: { query: { ...query, ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  );
  return (
    <Page
      title={text('title')}
      detail={text('detail')}
      actions={<CsvButton name="videos" header={header} rows={videos.items.map(videoRow)} />}
    >
      <TextLink to="/engagement" size="sm">
        ← {text('back')}
      </TextLink>
      <Search />
      <Answered query={videos} rows={8}>
        {() =>
          videos.items.length === 0 ? (
            <Empty icon={IconMovie} title={text('none')} detail={text('noneDetail')} />
          ) : (
            <VideoTable list={videos} withGrowth={sort === 'growth'} />
          )
        }
      </Answered>
    </Page>
  );
}

function Search() {
  const text = useText(MESSAGES);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const find = useTypedSearch('/engagement/videos', (wanted) => {
    void navigate({
      to: '.',
      search: { ...search, text: wanted === '' ? undefined : wanted },
      replace: true,
    });
  });
  return (
    <Group gap="sm">
      <TextInput
        w={{ base: '100%', xs: 260 }}
        type="search"
        aria-label={text('search')}
        placeholder={text('search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        defaultValue={search.text ?? ''}
        onChange={(event) => find(event.currentTarget.value)}
      />
      <AccountSelect
        value={search.account}
        onChange={(account) =>
          void navigate({
            to: '.',
            search: { ...search, account: account ?? undefined },
            replace: true,
          })
        }
      />
      <Select
        w={{ base: '100%', xs: 260 }}
        aria-label={text('sort')}
        allowDeselect={false}
        data={SORTS.map((sort) => ({ value: sort, label: text(`sort_${sort}`) }))}
        value={search.sort}
        onChange={(value) =>
          void navigate({
            to: '.',
            search: { ...search, sort: SORTS.find((one) => one === value) ?? search.sort },
            replace: true,
          })
        }
      />
    </Group>
  );
}
