import { Injectable } from '@nestjs/common';
import { guardedRequest } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { HostAllowList } from '../http/host-allow-list.js';
import { TikTokNetworkError } from '../http/tiktok-errors.js';
import { TikTokTokenSource } from '../http/token-source.js';
import type { BusinessAccount } from './business-account.js';
import { MessageApi } from './message.api.js';

const LONGEST_MS = 60_000;

/** A picture or video of a direct message. */
export interface MessageMedia {
  conversationId: string;
  messageId: string;
  mediaId: string;
  type: 'IMAGE' | 'VIDEO';
}

/** Downloads the media of direct messages. TikTok's URL works for a day, with the account's token in the header `x-user`. */
@Injectable()
export class MessageMediaApi {
  private readonly hosts: HostAllowList;

  constructor(
    config: AppConfig,
    private readonly messages: MessageApi,
    private readonly tokens: TikTokTokenSource,
  ) {
    this.hosts = new HostAllowList(
      [config.tiktok.apiBaseUrl, config.tiktok.businessBaseUrl],
      config.messages.media.hosts,
    );
  }

  /**
   * @returns undefined for a file with more bytes than `maxBytes`
   * @throws TikTokNetworkError if the file did not come; what `MessageApi.downloadUrl` throws
   */
  async download(
    account: BusinessAccount,
    { conversationId, messageId, mediaId, type }: MessageMedia,
    { maxBytes, signal }: { maxBytes: number; signal: AbortSignal },
  ): Promise<Buffer | undefined> {
    const ids = { conversation_id: conversationId, message_id: messageId, media_id: mediaId };
    const url = new URL(await this.messages.downloadUrl(account, { ...ids, media_type: type }));
    // The token must not go anywhere else.
    this.hosts.check(url);
    const headers = { 'x-user': await this.tokens.accessToken(account.credentialId) };
    const limited = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]);
    try {
      return await fetched(url, { headers, signal: limited }, maxBytes);
    } catch (error) {
      throw new TikTokNetworkError(url.pathname, true, error);
    }
  }
}

function fetched(
  url: URL,
  options: { headers: Record<string, string>; signal: AbortSignal },
  maxBytes: number,
): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const outgoing = guardedRequest(url, options, { allowPrivate: true });
    outgoing.once('error', reject);
    outgoing.once('response', (response) => {
      if (response.statusCode !== 200) {
        response.destroy();
        reject(new Error(`HTTP ${response.statusCode}`));
        return;
      }
      const parts: Buffer[] = [];
      let size = 0;
      response.on('data', (part: Buffer) => {
        size += part.length;
        parts.push(part);
        if (size <= maxBytes) return;
        resolve(undefined);
        response.destroy();
      });
      response.once('error', reject);
      response.once('aborted', () => reject(new Error('the connection ended early')));
      response.once('end', () => resolve(Buffer.concat(parts)));
    });
    outgoing.end();
  });
}
