import type { Api } from '../demo/api.js';

/** A page of the admin UI, and the name of its pictures. */
export interface AdminPage {
  name: string;
  path: string;
}

const PAGES: AdminPage[] = [
  { name: 'home', path: '/' },
  { name: 'accounts', path: '/accounts' },
  { name: 'publish', path: '/publish' },
  { name: 'publish-new', path: '/publish/new' },
  { name: 'engagement', path: '/engagement' },
  { name: 'inbox', path: '/inbox' },
  { name: 'ads', path: '/ads' },
  { name: 'operate', path: '/operate' },
];

/** Lists the pages with what the organisation has: its newest post and conversation. */
export async function pagesOf(api: Api): Promise<AdminPage[]> {
  const posts = await api.get<{ items: { publishId: string }[] }>('api/publications?limit=1');
  const threads = await api.get<{ items: { id: string }[] }>('api/crm/conversations?limit=1');
  return [
    ...PAGES,
    ...posts.items.map(({ publishId }) => ({ name: 'publish-post', path: `/publish/${publishId}` })),
    ...threads.items.map(({ id }) => ({ name: 'inbox-thread', path: `/inbox/${id}` })),
  ];
}
