import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../config/index.js';
import { openApiData } from './open-api-envelope.js';
import type { Priority, RatedCall } from '../rate-limits/rated-call.js';
import type { CallKind } from '../http/retry-policy.js';
import { LOGIN_TOKEN } from '../http/token-family.js';
import { TokenInterceptor } from '../http/token.interceptor.js';
import type { TikTokRequest } from '../http/transport.js';

/** Sends JSON calls to open.tiktokapis.com for a credential. */
@Injectable()
export class OpenApiClient {
  constructor(
    private readonly config: AppConfig,
    private readonly interceptor: TokenInterceptor,
  ) {}

  /** @param fields sent with literal commas, since some of TikTok's servers refuse %2C */
  get<Data>(
    credentialId: string,
    path: string,
    fields: readonly string[],
    priority: Priority,
  ): Promise<Data> {
    const url = `${this.config.tiktok.apiBaseUrl}${path}?fields=${fields.join(',')}`;
    const rated = { api: 'open' as const, path, credentialId, priority };
    return this.send<Data>({ method: 'GET', url, kind: 'read', rated });
  }

  post<Data>(
    credentialId: string,
    path: string,
    request: { body?: object; fields?: readonly string[]; kind: CallKind; priority: Priority },
  ): Promise<Data> {
    const query = request.fields ? `?fields=${request.fields.join(',')}` : '';
    return this.send<Data>({
      method: 'POST',
      url: `${this.config.tiktok.apiBaseUrl}${path}${query}`,
      kind: request.kind,
      rated: { api: 'open', path, credentialId, priority: request.priority },
      options: {
        headers: { 'content-type': 'application/json; charset=UTF-8' },
        body: JSON.stringify(request.body ?? {}),
      },
    });
  }

  private send<Data>(
    request: TikTokRequest & { rated: RatedCall & { credentialId: string } },
  ): Promise<Data> {
    const { credentialId } = request.rated;
    return this.interceptor.call({ credentialId, family: LOGIN_TOKEN }, request, openApiData<Data>);
  }
}
