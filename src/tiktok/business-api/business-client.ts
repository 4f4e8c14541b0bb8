import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { businessData, businessResult, type BusinessResult } from '../http/business-envelope.js';
import type { CallKind } from '../http/retry-policy.js';
import { TokenInterceptor, type TokenHolder } from '../http/token.interceptor.js';
import type { RawAnswer, TikTokRequest } from '../http/transport.js';
import { businessUrl, type QueryValue } from './business-url.js';

type Params = Record<string, QueryValue>;

/** Calls to business-api.tiktok.com on behalf of a credential; the resource files say which. */
@Injectable()
export class BusinessClient {
  constructor(
    private readonly config: AppConfig,
    private readonly interceptor: TokenInterceptor,
  ) {}

  get<Data>(holder: TokenHolder, path: string, query: Params): Promise<Data> {
    const url = businessUrl(this.config.tiktok, path, query);
    return this.send(holder, { method: 'GET', url, kind: 'read' }, businessData<Data>);
  }

  /** @param kind `read` only for those endpoints that read by POST */
  post<Data>(holder: TokenHolder, path: string, body: Params, kind: CallKind = 'mutation'): Promise<Data> {
    return this.send(holder, this.postRequest(path, body, kind), businessData<Data>);
  }

  /** For mutations of several items, of which some may fail. */
  postPartly<Data>(holder: TokenHolder, path: string, body: Params): Promise<BusinessResult<Data>> {
    return this.send(holder, this.postRequest(path, body, 'mutation'), businessResult<Data>);
  }

  private postRequest(path: string, body: Params, kind: CallKind): TikTokRequest {
    const url = businessUrl(this.config.tiktok, path);
    return { method: 'POST', url, kind, options: { json: body } };
  }

  private send<T>(holder: TokenHolder, request: TikTokRequest, read: (answer: RawAnswer) => T): Promise<T> {
    return this.interceptor.call(holder, request, read);
  }
}
