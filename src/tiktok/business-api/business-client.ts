import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import {
  businessAnswer,
  businessData,
  businessResult,
  type BusinessAnswer,
  type BusinessResult,
} from './business-envelope.js';
import type { Priority, RatedCall } from '../rate-limits/rated-call.js';
import { FormBody, type FormFile } from '../http/form-body.js';
import type { CallKind } from '../http/retry-policy.js';
import { TokenInterceptor, type TokenHolder } from '../http/token.interceptor.js';
import type { RawResponse, TikTokRequest } from '../http/transport.js';
import { businessUrl, type QueryValue } from './business-url.js';

type Params = Record<string, QueryValue>;

/** Whose token a call uses, and its priority, which defaults to `background`. */
export interface BusinessCaller extends TokenHolder {
  priority?: Priority;
}

/** Sends calls to business-api.tiktok.com for a credential. */
@Injectable()
export class BusinessClient {
  constructor(
    private readonly config: AppConfig,
    private readonly interceptor: TokenInterceptor,
  ) {}

  get<Data>(caller: BusinessCaller, path: string, query: Params): Promise<Data> {
    return this.send(caller, this.getRequest(caller, path, query), businessData<Data>);
  }

  /** Does the same, and also returns what TikTok says outside of the data. */
  getAnswer<Data>(caller: BusinessCaller, path: string, query: Params): Promise<BusinessAnswer<Data>> {
    return this.send(caller, this.getRequest(caller, path, query), businessAnswer<Data>);
  }

  /** @param kind `read` only for endpoints that read with POST */
  post<Data>(caller: BusinessCaller, path: string, body: Params, kind: CallKind = 'mutation'): Promise<Data> {
    return this.send(caller, this.postRequest(caller, path, body, kind), businessData<Data>);
  }

  /** Sends a mutation of several items, some of which may fail. */
  postPartly<Data>(caller: BusinessCaller, path: string, body: Params): Promise<BusinessResult<Data>> {
    return this.send(caller, this.postRequest(caller, path, body, 'mutation'), businessResult<Data>);
  }

  /** Sends a mutation with a file, streamed as multipart/form-data. */
  postForm<Data>(
    caller: BusinessCaller,
    path: string,
    fields: Record<string, string>,
    file: FormFile,
  ): Promise<Data> {
    const url = businessUrl(this.config.tiktok, path);
    const rated = ratedCall(caller, path, fields);
    const form = new FormBody(fields, file);
    return this.send(caller, { method: 'POST', url, kind: 'mutation', rated, form }, businessData<Data>);
  }

  private getRequest(caller: BusinessCaller, path: string, query: Params): TikTokRequest {
    const url = businessUrl(this.config.tiktok, path, query);
    return { method: 'GET', url, kind: 'read', rated: ratedCall(caller, path, query) };
  }

  private postRequest(caller: BusinessCaller, path: string, body: Params, kind: CallKind): TikTokRequest {
    const url = businessUrl(this.config.tiktok, path);
    const rated = ratedCall(caller, path, body);
    return { method: 'POST', url, kind, rated, options: { json: body } };
  }

  private send<T>(
    caller: BusinessCaller,
    request: TikTokRequest,
    read: (response: RawResponse) => T,
  ): Promise<T> {
    return this.interceptor.call(caller, request, read);
  }
}

/** Takes the ids by which TikTok counts from the call's parameters. */
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
