import { Injectable } from '@nestjs/common';
import { answerByFor } from './answer-by.js';
import { TikTokTokenRejectedError } from './tiktok-errors.js';
import type { TokenFamily } from './token-family.js';
import { TikTokTokenSource } from './token-source.js';
import { TikTokTransport, type RawAnswer, type TikTokRequest } from './transport.js';

/** Whose token goes on a call. */
export interface TokenHolder {
  credentialId: string;
  family: TokenFamily;
}

/** Calls on behalf of a credential: puts its token on, and knows one failure, which it repairs once. */
@Injectable()
export class TokenInterceptor {
  constructor(
    private readonly transport: TikTokTransport,
    private readonly tokens: TikTokTokenSource,
  ) {}

  /**
   * @param read turns the answer into data or throws, as the API's envelope says
   * @throws what `read` throws, and what the token source throws when there is no token to be had
   */
  async call<T>(
    { credentialId, family }: TokenHolder,
    request: TikTokRequest,
    read: (answer: RawAnswer) => T,
  ): Promise<T> {
    // From here on, so that waiting for a token counts.
    const answerBy = request.answerBy ?? answerByFor(request.rated?.priority);
    const send = (accessToken: string) =>
      this.transport.call({ ...withHeaders(request, family.headers(accessToken)), answerBy }, read);
    const token = await this.tokens.accessToken(credentialId);
    try {
      return await send(token);
    } catch (error) {
      // A rejected token means that nothing was done: sending again is safe for mutations too.
      if (!(error instanceof TikTokTokenRejectedError && family.rejections.has(error.code))) throw error;
      return await send(await this.tokens.renewedToken(credentialId, token));
    }
  }
}

function withHeaders(request: TikTokRequest, headers: Record<string, string>): TikTokRequest {
  return {
    ...request,
    options: { ...request.options, headers: { ...request.options?.headers, ...headers } },
  };
}
