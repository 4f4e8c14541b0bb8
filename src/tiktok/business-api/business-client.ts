import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { businessData, businessResult, type BusinessResult } from './business-envelope.js';
import type { Priority, RatedCall } from '../rate-limits/rated-call.js';
import type { CallKind } from '../http/retry-policy.js';
import { TokenInterceptor, type TokenHolder } from '../http/token.interceptor.js';
import type { RawAnswer, TikTokRequest } from '../http/transport.js';
import { businessUrl, type QueryValue } from './business-url.js';

type Params = Record<string, QueryValue>;

/** On whose behalf, and how urgently; `background` when nothing is said. */
export interface BusinessCaller extends TokenHolder {
  priority?: Priority;
}

/** Calls to business-api.tiktok.com on behalf of a credential; the resource files say which. */
@Injectable()
export class BusinessClient {
  constructor(
    private readonly config: AppConfig,
    private readonly interceptor: TokenInterceptor,
  ) {}

  get<Data>(caller: BusinessCaller, path: string, query: Params): Promise<Data> {
    const url = businessUrl(this.config.tiktok, path, query);
    const rated = ratedCall(caller, path, query);
    return this.send(caller, { method: 'GET', url, kind: 'read', rated }, businessData<Data>);
  }

  /** @param kind `read` only for those endpoints that read by POST */
  post<Data>(caller: BusinessCaller, path: string, body: Params, kind: CallKind = 'mutation'): Promise<Data> {
    return this.send(caller, this.postRequest(caller, path, body, kind), businessData<Data>);
  }

  /** For mutations of several items, of which some may fail. */
  postPartly<Data>(caller: BusinessCaller, path: string, body: Params): Promise<BusinessResult<Data>> {
    return this.send(caller, this.postRequest(caller, path, body, 'mutation'), businessResult<Data>);
  }

  private postRequest(caller: BusinessCaller, path: string, body: Params, kind: CallKind): TikTokRequest {
    const url = businessUrl(this.config.tiktok, path);
    const rated = ratedCall(caller, path, body);
    return { method: 'POST', url, kind, rated, options: { json: body } };
  }

  private send<T>(
    caller: BusinessCaller,
    request: TikTokRequest,
    read: (answer: RawAnswer) => T,
  ): Promise<T> {
    return this.interceptor.call(caller, request, read);
  }
}

/** TikTok counts by the ids that the call itself names. */
function ratedCall(
  { credentialId, priority = 'background' }: BusinessCaller,
  path: string,
  { advertiser_id: advertiserId, business_id: accountId }: Params,
): RatedCall {
  return {
    api: 'business',
    path,
    credentialId,
    priority,
    ...(typeof advertiserId === 'string' && { advertiserId }),
    ...(typeof accountId === 'string' && { accountId }),
  };
}
