import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { VideoFile } from './video-file.js';

// Seldom: each question takes time from what is measured.
const POLL_MS = 500;
const SCOPES = ['user.info.basic', 'user.info.profile', 'video.upload', 'video.publish'];

/** Calls the service as an admin UI does. */
export class ServiceCaller {
  constructor(
    private readonly origin: string,
    private readonly token: string,
  ) {}

  /** Walks through the consent page of the sandbox. */
  async connectAccount(): Promise<void> {
    const asked = { scopes: SCOPES, returnUrl: 'https://admin.example/' };
    const { authUrl } = await this.call('get-auth-url', asked);
    const consent = await fetch(`${String(authUrl)}&sandbox_auto_approve=1`, { redirect: 'manual' });
    await fetch(consent.headers.get('location') ?? '', { redirect: 'manual' });
  }

  /** @returns when TikTok has the whole post */
  async publish(file: VideoFile): Promise<void> {
    const post = { title: 'bench', caption: 'bench', privacyLevel: 'SELF_ONLY' };
    const { publishId, uploadUrl } = await this.call('init-video-upload', post);
    await stage(String(uploadUrl), file);
    await diskIsQuiet();
    await this.call('publish-video', { publishId });
    for (;;) {
      const { status, failReason } = await this.call('get-publish-status', { publishId });
      if (status === 'published' || status === 'public') return;
      if (status === 'failed' || status === 'unknown')
        throw new Error(`it is ${status}: ${String(failReason)}`);
      await sleep(POLL_MS);
    }
  }

  private async call(verb: string, body: object): Promise<Record<string, unknown>> {
    const answer = await fetch(`${this.origin}/api/upstream/call/tiktok-provider/${verb}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${this.token}`,
        orgid: 'bench',
      },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${verb} answered ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  }
}

/** Waits until staged data is on disk, because the writes would slow down the next measurement. */
async function diskIsQuiet(): Promise<void> {
  await promisify(execFile)('sync');
}

async function stage(url: string, { path, size }: VideoFile): Promise<void> {
  const headers = { 'content-type': 'video/mp4', 'content-length': size };
  const outgoing = request(url, { method: 'PUT', headers });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve).once('error', reject);
  });
  await pipeline(createReadStream(path), outgoing);
  const { statusCode } = (await answered).resume();
  if (statusCode !== 200) throw new Error(`the upload was answered with ${statusCode}`);
}
