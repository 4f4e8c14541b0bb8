import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { eventually } from 'tiktok-sandbox/testing';
import { AnswerEditor } from '../answer-editor.js';
import { startConnector, type RunningConnector, type Tenant } from '../connector.js';

const VIDEO_LIST = '/v2/video/list/';

export interface Run {
  id: string;
  status: string;
  items: number;
  skipped: number;
  failCode: string | null;
  failReason: string | null;
}

export interface Video {
  videoId: string;
  caption: string | null;
  shareUrl: string | null;
  coverUrl: string | null;
  views: number | null;
  likes: number | null;
  comments: number | null;
  shares: number | null;
  durationSeconds: number | null;
  goneAt: string | null;
}

type Answer = Record<string, unknown> & { data: { videos: Record<string, unknown>[] } };

/** Syncs of a service whose TikTok answers as oddly as a test needs it. */
export class OddSyncs {
  constructor(
    readonly connector: RunningConnector,
    readonly editor: AnswerEditor,
  ) {}

  /** Changes the videos of every page. */
  editVideos(change: (videos: Record<string, unknown>[]) => unknown): void {
    this.editPages(({ videos }) => ({ videos: change(videos as Record<string, unknown>[]) }));
  }

  /** Changes what a page consists of. @param change with the number of the call, from 1 */
  editPages(change: (data: Record<string, unknown>, call: number) => object): void {
    let calls = 0;
    this.editor.edit(VIDEO_LIST, (body) => {
      const { data } = body as Answer;
      calls += 1;
      return { ...body, data: { ...data, ...change(data, calls) } };
    });
  }

  /** How many pages were asked for so far. */
  get pages(): number {
    return this.editor.callsOf(VIDEO_LIST);
  }

  /** Begins a sync and waits for its end. */
  async run(tenant: Tenant, syncType = 'videos'): Promise<Run> {
    return await this.ended(tenant, await this.begin(tenant, syncType));
  }

  async begin({ api }: Tenant, syncType = 'videos'): Promise<string> {
    const { body } = await api.post<{ runIds: string[] }>('/api/sync/trigger', {
      platform: 'tiktok',
      syncType,
    });
    const [id = ''] = body.runIds;
    return id;
  }

  async ended({ api }: Tenant, id: string): Promise<Run> {
    let seen: Run | undefined;
    try {
      return await eventually(async () => {
        await this.connector.hurry('sync');
        const { body } = await api.get<{ items: Run[] }>('/api/sync/runs');
        seen = body.items.find((one) => one.id === id);
        return seen && ['succeeded', 'incomplete', 'failed', 'cancelled'].includes(seen.status) && seen;
      });
    } catch (error) {
      throw new Error(`saw ${JSON.stringify(seen)}`, { cause: error });
    }
  }

  /** The first 200. */
  async videosOf({ api }: Tenant, query = ''): Promise<Video[]> {
    const { body } = await api.get<{ items: Video[] }>(`/api/social-activity/videos?limit=200${query}`);
    return body.items;
  }
}

/**
 * One service for all tests of a file; TikTok answers as usual again after each.
 * @param own settings, from the address of TikTok
 */
export function useOddSyncs(own: (url: string) => Record<string, string> = () => ({})): () => OddSyncs {
  let syncs: OddSyncs | undefined;
  beforeAll(async () => {
    const editor = await AnswerEditor.start();
    const connector = await startConnector({
      webhooks: false,
      environment: { TIKTOK_API_BASE_URL: editor.url, TIKTOK_KEEP_RATE_LIMITS: 'false', ...own(editor.url) },
    });
    editor.target = connector.sandbox.url;
    syncs = new OddSyncs(connector, editor);
  }, 60_000);
  afterEach(() => syncs?.editor.clear());
  afterAll(async () => {
    await syncs?.connector.stop();
    await syncs?.editor.close();
  });
  return () => {
    if (!syncs) throw new Error('the service runs only inside tests');
    return syncs;
  };
}
