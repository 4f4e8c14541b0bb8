import type { Api } from '../demo/api.js';

/** A page of the admin UI, and the name of its pictures and its page in docs/screens. */
export interface AdminPage {
  name: string;
  path: string;
}

/** A page whose address has an id takes it from the first item of a list. */
interface Screen {
  name: string;
  route: string;
  list?: { call: string; id: string };
}

/** Taken before days pass: the doctor reports a clock that runs ahead, and the syncs of days would fill the audit trail. */
export const BEFORE_DAYS: ReadonlySet<string> = new Set(['operate-doctor', 'operate-audit']);

const POSTS = { call: 'api/publications?limit=1&status=scheduled', id: 'publishId' };

/** Every page that a route of the admin UI shows; `screen-pages.spec.ts` compares them with the routes. */
export const SCREENS: Screen[] = [
  { name: 'home', route: '/' },
  { name: 'accounts', route: '/accounts' },
  {
    name: 'account',
    route: '/accounts/$integrationId',
    list: { call: 'api/integrations?limit=1', id: 'id' },
  },
  { name: 'publish', route: '/publish' },
  { name: 'publish-new', route: '/publish/new' },
  {
    name: 'publish-post',
    route: '/publish/$publishId',
    list: { call: 'api/publications?limit=1&status=public', id: 'publishId' },
  },
  { name: 'publish-edit', route: '/publish/$publishId/edit', list: POSTS },
  { name: 'engagement', route: '/engagement' },
  { name: 'engagement-videos', route: '/engagement/videos' },
  {
    name: 'engagement-video',
    route: '/engagement/videos/$videoId',
    list: { call: 'api/social-activity/videos?limit=1&sort=views', id: 'videoId' },
  },
  { name: 'inbox', route: '/inbox' },
  {
    name: 'inbox-thread',
    route: '/inbox/$conversationId',
    list: { call: 'api/crm/conversations?limit=1&kind=comment', id: 'id' },
  },
  { name: 'ads', route: '/ads' },
  {
    name: 'ads-account',
    route: '/ads/accounts/$accountId',
    list: { call: 'api/ads/launches?limit=1', id: 'accountId' },
  },
  { name: 'ads-launches', route: '/ads/launches' },
  { name: 'ads-launch-new', route: '/ads/launches/new' },
  {
    name: 'ads-launch',
    route: '/ads/launches/$launchId',
    list: { call: 'api/ads/launches?limit=1', id: 'launchId' },
  },
  { name: 'ads-audiences', route: '/ads/audiences' },
  {
    name: 'ads-audience',
    route: '/ads/audiences/$audienceId',
    list: { call: 'api/ads/audiences?limit=1', id: 'id' },
  },
  { name: 'ads-changes', route: '/ads/changes' },
  { name: 'operate-notifications', route: '/operate/notifications' },
  { name: 'operate-webhooks', route: '/operate/webhooks' },
  { name: 'operate-syncs', route: '/operate/syncs' },
  { name: 'operate-schedules', route: '/operate/schedules' },
  { name: 'operate-limits', route: '/operate/limits' },
  { name: 'operate-audit', route: '/operate/audit' },
  { name: 'operate-doctor', route: '/operate/doctor' },
];

/** Lists the pages with the ids of what the organisation has. */
export async function pagesOf(api: Api): Promise<AdminPage[]> {
  const pages: AdminPage[] = [];
  for (const { name, route, list } of SCREENS) {
    const id = list && (await firstOf(api, list));
    pages.push({ name, path: id === undefined ? route : route.replace(/\$\w+/, id) });
  }
  return pages;
}

/** @throws Error if the list is empty: the page would have nothing to show */
async function firstOf(api: Api, { call, id }: { call: string; id: string }): Promise<string> {
  const { items } = await api.get<{ items: Record<string, unknown>[] }>(call);
  const value = items[0]?.[id];
  if (typeof value !== 'string') throw new Error(`${call} has no item`);
  return value;
}
