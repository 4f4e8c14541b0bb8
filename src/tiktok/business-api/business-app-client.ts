import { Injectable } from '@nestjs/common';
import { ConflictError } from '../../common/index.js';
import { AppConfig, type TikTokApp } from '../../config/index.js';
import { personWaitsUntil } from '../http/answer-by.js';
import { businessData } from './business-envelope.js';
import type { RatedCall } from '../rate-limits/rated-call.js';
import type { CallKind } from '../http/retry-policy.js';
import { ACCOUNT_TOKEN } from '../http/token-family.js';
import { TikTokTransport, type TikTokRequest } from '../http/transport.js';
import { businessUrl } from './business-url.js';

/** Calls to business-api.tiktok.com in the app's own name: OAuth, before there is a credential. */
@Injectable()
export class BusinessAppClient {
  constructor(
    private readonly config: AppConfig,
    private readonly transport: TikTokTransport,
  ) {}

  /** @throws ConflictError when this service has no app at TikTok API for Business */
  get app(): TikTokApp {
    const { business } = this.config.tiktok;
    if (business) return business;
    throw new ConflictError(
      'business_app_missing',
      'This service has no app at TikTok API for Business: set TIKTOK_BUSINESS_APP_ID and TIKTOK_BUSINESS_SECRET.',
    );
  }

  post<Data>(path: string, body: Record<string, unknown>, kind: CallKind = 'mutation'): Promise<Data> {
    const url = businessUrl(this.config.tiktok, path);
    return this.send({ method: 'POST', url, kind, rated: rated(path), options: { json: body } });
  }

  /** Reads of a TikTok account by its token, which no credential holds yet: a browser waits. @param query names the account as `business_id` */
  getOfAccount<Data>(
    path: string,
    query: { business_id: string } & Record<string, string>,
    accessToken: string,
  ): Promise<Data> {
    const url = businessUrl(this.config.tiktok, path, query);
    const headers = ACCOUNT_TOKEN.headers(accessToken);
    const ofAccount = { ...rated(path), accountId: query.business_id };
    const answerBy = personWaitsUntil();
    return this.send({ method: 'GET', url, kind: 'read', rated: ofAccount, answerBy, options: { headers } });
  }

  private send<Data>(request: TikTokRequest): Promise<Data> {
    return this.transport.call(request, businessData<Data>);
  }
}

/** Without a token nothing goes on, for nobody. */
function rated(path: string): RatedCall {
  return { api: 'business', path, priority: 'essential' };
}
