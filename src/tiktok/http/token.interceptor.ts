import { Injectable } from '@nestjs/common';
import { deadlineFor } from './deadline.js';
import { TikTokTokenRejectedError } from './tiktok-errors.js';
import type { TokenFamily } from './token-family.js';
import { TikTokTokenSource } from './token-source.js';
import { TikTokTransport, type RawResponse, type TikTokRequest } from './transport.js';

/** Whose token a call uses. */
export interface TokenHolder {
  credentialId: string;
  family: TokenFamily;
}

/** Sends calls with a credential's token. It handles one failure, a rejected token, and retries once. */
@Injectable()
export class TokenInterceptor {
  constructor(
    private readonly transport: TikTokTransport,
    private readonly tokens: TikTokTokenSource,
  ) {}

  /**
   * @param read turns the response into data, or throws
   * @throws what `read` throws, and what the token source throws if there is no token
   */
  async call<T>(
    { credentialId, family }: TokenHolder,
    request: TikTokRequest,
    read: (response: RawResponse) => T,
  ): Promise<T> {
    // Starts here, so that it includes the wait for a token.
    const deadline = request.deadline ?? deadlineFor(request.rated?.priority);
    const send = (accessToken: string) =>
      this.transport.call({ ...withHeaders(request, family.headers(accessToken)), deadline }, read);
    const token = await this.tokens.accessToken(credentialId);
    try {
      return await send(token);
    } catch (error) {
      // With a rejected token nothing was done, so a retry is safe even for mutations.
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
