import { Injectable } from '@nestjs/common';
import { openApiData } from './open-api-envelope.js';
import { TikTokTokenRejectedError } from './tiktok-errors.js';
import { TikTokTokenSource } from './token-source.js';
import { TikTokTransport, type TikTokRequest } from './transport.js';

/** Open API calls on behalf of a credential: puts its token on, and knows one failure, which it repairs once. */
@Injectable()
export class TokenInterceptor {
  constructor(
    private readonly transport: TikTokTransport,
    private readonly tokens: TikTokTokenSource,
  ) {}

  /** @throws what the envelope says, and what the token source throws when there is no token to be had */
  async call<Data>(credentialId: string, request: TikTokRequest): Promise<Data> {
    const token = await this.tokens.accessToken(credentialId);
    try {
      return await this.send<Data>(request, token);
    } catch (error) {
      // A rejected token means that nothing was done: sending again is safe for mutations too.
      if (!(error instanceof TikTokTokenRejectedError)) throw error;
      return await this.send<Data>(request, await this.tokens.renewedToken(credentialId, token));
    }
  }

  private send<Data>(request: TikTokRequest, token: string): Promise<Data> {
    const headers = { ...request.options?.headers, authorization: `Bearer ${token}` };
    return this.transport.call({ ...request, options: { ...request.options, headers } }, openApiData<Data>);
  }
}
