import type { SandboxOptions } from 'tiktok-sandbox';
import { SandboxClient } from 'tiktok-sandbox/testing';

/** One post as the sandbox holds it. */
export interface SandboxPublication {
  id: string;
  username: string;
  privacy: string;
  caption: string;
  totalBytes: number;
  receivedBytes: number;
  status: string;
  sha256: string | null;
  chunks: { first: number; last: number; total: number }[];
  postIds: string[];
  kind: string;
  mode: string;
  /** What the app said of the post, as it came. */
  postInfo: Record<string, unknown>;
  coverIndex: number | null;
  pullUrls: string[];
  /** What was really fetched. */
  pulled: { url: string; sha256: string; mediaType: string }[];
}

export interface Fault {
  match: string;
  kind: string;
  code?: string;
  message?: string;
  status?: number;
  times?: number;
  after?: number;
  bytes?: number;
  /** How long `slow` waits. */
  ms?: number;
  /** 0 to 1. */
  probability?: number;
}

/** Paths that tests aim faults at. */
export const CREATOR_INFO = 'POST /v2/post/publish/creator_info/query/';
export const INIT = 'POST /v2/post/publish/video/init/';
export const CHUNK = 'PUT /upload/*';
export const STATUS = 'POST /v2/post/publish/status/fetch/';
export const TOKEN = 'POST /v2/oauth/token/';

/** A sandbox and its controls, typed as far as the tests look at them. */
export class SandboxControl {
  private constructor(readonly client: SandboxClient) {}

  static async start(options: SandboxOptions): Promise<SandboxControl> {
    return new SandboxControl(await SandboxClient.start(options));
  }

  get url(): string {
    return this.client.sandbox.url;
  }

  close(): Promise<void> {
    return this.client.close();
  }

  /** @throws Error with the sandbox's complaint */
  async control<Data = Record<string, unknown>>(path: string, body: object = {}): Promise<Data> {
    return this.data<Data>(await this.client.control(path, body));
  }

  async read<Data>(path: string): Promise<Data> {
    return this.data<Data>(await this.client.control(path, {}, 'GET'));
  }

  /** How often an endpoint was called, by `METHOD /path` as in the constants above. */
  async calls(endpoint: string): Promise<number> {
    const { calls } = await this.read<{ calls: Record<string, number> }>('/counters');
    return calls[endpoint] ?? 0;
  }

  async publicationsOf(username: string): Promise<SandboxPublication[]> {
    const { publications } = await this.read<{ publications: SandboxPublication[] }>('/state');
    return publications.filter((one) => one.username === username);
  }

  /** The same at the Business API. */
  async businessPublicationsOf(username: string): Promise<SandboxPublication[]> {
    const { posts } = await this.read<{ posts: SandboxPublication[] }>('/business/state');
    return posts.filter((one) => one.username === username);
  }

  async fault(...rules: Fault[]): Promise<void> {
    await this.control('/faults', { rules });
  }

  async clearFaults(): Promise<void> {
    await this.client.control('/faults', {}, 'DELETE');
  }

  private data<Data>({ status, json, text }: { status: number; json: unknown; text: string }): Data {
    if (status !== 200) throw new Error(`the sandbox refused: ${text}`);
    return json as Data;
  }
}
