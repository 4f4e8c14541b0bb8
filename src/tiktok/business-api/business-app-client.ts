import { Injectable } from '@nestjs/common';
import { ConflictError } from '../../common/index.js';
import { AppConfig, type TikTokApp } from '../../config/index.js';
import { interactiveDeadline } from '../http/deadline.js';
import { businessData } from './business-envelope.js';
import type { RatedCall } from '../rate-limits/rated-call.js';
import type { CallKind } from '../http/retry-policy.js';
import { ACCOUNT_TOKEN } from '../http/token-family.js';
import { TikTokTransport, type TikTokRequest } from '../http/transport.js';
import { businessUrl } from './business-url.js';

/** Sends calls to business-api.tiktok.com for the app itself: OAuth, before there is a credential. */
@Injectable()
export class BusinessAppClient {
  constructor(
    private readonly config: AppConfig,
    private readonly transport: TikTokTransport,
  ) {}

  /** @throws ConflictError if this service has no TikTok API for Business app */
  get app(): TikTokApp {
    const { business } = this.config.tiktok;
    if (business) return business;
    throw new ConflictError(
      'business_app_missing',
      'This service has no TikTok API for Business app. Set TIKTOK_BUSINESS_APP_ID and TIKTOK_BUSINESS_SECRET.',
    );
  }

  post<Data>(path: string, body: Record<string, unknown>, kind: CallKind = 'mutation'): Promise<Data> {
    const url = businessUrl(this.config.tiktok, path);
    return this.send({ method: 'POST', url, kind, rated: rated(path), options: { json: body } });
  }

  /** The app's id and secret, as calls without a token carry them. */
  get keys(): { app_id: string; secret: string } {
    const { id, secret } = this.app;
    return { app_id: id, secret };
  }

  /** Reads what belongs to the app. */
  get<Data>(path: string, query: Record<string, string>): Promise<Data> {
    const url = businessUrl(this.config.tiktok, path, { ...this.keys, ...query });
    return this.send({ method: 'GET', url, kind: 'read', rated: rated(path) });
  }

  /** Reads from a TikTok account with a token that is not stored yet. A browser waits. @param query has the account's `business_id` */
  getOfAccount<Data>(
    path: string,
    query: { business_id: string } & Record<string, string>,
    accessToken: string,
  ): Promise<Data> {
    const url = businessUrl(this.config.tiktok, path, query);
    const headers = ACCOUNT_TOKEN.headers(accessToken);
    const ofAccount = { ...rated(path), accountId: query.business_id };
    const deadline = interactiveDeadline();
    return this.send({ method: 'GET', url, kind: 'read', rated: ofAccount, deadline, options: { headers } });
  }

  private send<Data>(request: TikTokRequest): Promise<Data> {
    return this.transport.call(request, businessData<Data>);
  }
}

/** Everything else depends on a token, so these calls are essential. */
function rated(path: string): RatedCall {
  return { api: 'business', path, priority: 'essential' };
}
