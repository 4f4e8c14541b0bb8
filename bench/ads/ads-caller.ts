import { setTimeout as sleep } from 'node:timers/promises';

type Values = Record<string, unknown>;
interface Page {
  items: Record<string, string>[];
}

const POLL_MS = 250;
const RETURN_URL = 'https://admin.example/';

/** Calls the service as an admin UI does. */
export class AdsCaller {
  private accountId = '';

  constructor(
    private readonly origin: string,
    private readonly token: string,
  ) {}

  /** Walks through the consent pages of the sandbox, and chooses the ad account in USD. */
  async connect(username: string): Promise<void> {
    const scopes = ['user.info.basic', 'user.info.profile', 'video.list', 'video.publish'];
    const wanted = { scopes: [...scopes, 'business.creator.insights'], returnUrl: RETURN_URL };
    // The login continues on the page of the Business account.
    const business = await follow(
      await approve((await this.provider('get-auth-url', wanted)).authUrl, username),
    );
    const landed = await follow(await approve(business, username));
    const integrationId = new URL(landed).searchParams.get('integrationId');
    const asked = { returnUrl: RETURN_URL, integrationId };
    await follow(await approve((await this.provider('get-ads-auth-url', asked)).authUrl, username));
    const { items } = await this.until<Page>('/api/ad-accounts', (page) => page.items.length > 0);
    this.accountId = items.find(({ currency }) => currency === 'USD')?.advertiserId ?? '';
  }

  /** @returns the id of the upload, once TikTok has the video */
  async uploadVideo(bytes: Buffer): Promise<string> {
    const form = new FormData();
    form.append('accountId', this.accountId);
    form.append('file', new Blob([new Uint8Array(bytes)]), 'clip.mp4');
    const { id } = await this.call<{ id: string }>('POST', '/api/ads/creatives/videos', form);
    await this.until<{ status: string }>(`/api/ads/creatives/${id}`, ({ status }) => status === 'ready');
    return id;
  }

  /** Starts a launch. @returns its id */
  async launch(uploadId: string, adGroups: number, adsEach: number): Promise<string> {
    const tool = (name: string) =>
      this.call<Page>('GET', `/api/ads/tools/${name}?accountId=${this.accountId}`);
    const identity = (await tool('identities')).items.find(({ type }) => type === 'TT_USER');
    const [pixel] = (await tool('pixels')).items;
    const ad = (name: string) => ({
      name,
      identity: { type: 'TT_USER', id: identity?.id },
      creative: { uploadId },
      text: 'New drop',
      callToAction: 'SHOP_NOW',
      landingPageUrl: 'https://shop.example/spring',
    });
    const group = (name: string) => ({
      name,
      optimizationGoal: 'CONVERT',
      pixelId: pixel?.pixelId ?? pixel?.id,
      optimizationEvent: 'SHOPPING',
      bid: { type: 'BID_TYPE_NO_BID' },
      targeting: { locationIds: ['6252001'] },
      ads: Array.from({ length: adsEach }, (_, index) => ad(`${name}.${index}`)),
    });
    const { launchId } = await this.call<{ launchId: string }>('POST', '/api/ads/launches', {
      accountId: this.accountId,
      name: 'bench',
      objective: 'WEB_CONVERSIONS',
      budget: { mode: 'daily', amount: '500.00' },
      schedule: { start: new Date(Date.now() + 3_600_000).toISOString(), end: null },
      reason: 'bench',
      adGroups: Array.from({ length: adGroups }, (_, at) => group(`Group ${at}`)),
    });
    return launchId;
  }

  /** @returns false while objects remain to be created */
  async isCreated(launchId: string): Promise<boolean> {
    const { status, failReason } = await this.call<Values>('GET', `/api/ads/launches/${launchId}`);
    if (status === 'failed') throw new Error(`the launch failed: ${String(failReason)}`);
    return status === 'in_review';
  }

  private provider(action: string, body: object): Promise<{ authUrl: string }> {
    return this.call('POST', `/api/upstream/call/tiktok-provider/${action}`, body);
  }

  private async until<T>(url: string, isSo: (answer: T) => boolean): Promise<T> {
    for (;;) {
      const answer = await this.call<T>('GET', url);
      if (isSo(answer)) return answer;
      await sleep(POLL_MS);
    }
  }

  private async call<T>(method: string, url: string, body?: object): Promise<T> {
    const isForm = body instanceof FormData;
    const answer = await fetch(`${this.origin}${url}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        orgid: 'bench',
        ...(body && !isForm && { 'content-type': 'application/json' }),
      },
      ...(body && { body: isForm ? body : JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${url} answered ${await answer.text()}`);
    return (await answer.json()) as T;
  }
}

/** Approves TikTok's page. @returns the callback's address */
async function approve(page: string, username: string): Promise<string> {
  const url = new URL(page);
  url.searchParams.set('sandbox_auto_approve', '1');
  url.searchParams.set('sandbox_account', username);
  return await follow(url.href);
}

async function follow(url: string): Promise<string> {
  const answer = await fetch(url, { redirect: 'manual' });
  const location = answer.headers.get('location');
  if (!location) throw new Error(`no redirect but ${answer.status}: ${await answer.text()}`);
  return new URL(location, url).href;
}
