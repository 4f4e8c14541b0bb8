import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Server } from '@tus/server';
import type { IncomingMessage } from 'node:http';
import { AppConfig } from '../../../config/index.js';
import { TusProtocolError } from './tus-protocol.error.js';
import { TusStore } from './tus-store.js';

const HAS_BODY = new Set(['POST', 'PATCH']);

/** Passes requests to the tus server and returns its responses. */
@Injectable()
export class TusServer {
  private readonly server: Server;
  /** Errors that the tus server caught, by request. */
  private readonly thrown = new WeakMap<object, unknown>();

  constructor(
    private readonly config: AppConfig,
    store: TusStore,
  ) {
    this.server = new Server({
      path: '/uploads',
      datastore: store,
      // The signed link is the URL of the upload from start to end.
      generateUrl: ({ url }) => url,
      namingFunction: ({ url }) => mediaIdIn(url),
      getFileIdFromRequest: ({ url }) => mediaIdIn(url),
      onResponseError: (request, error) => {
        this.thrown.set(request, error);
        return undefined;
      },
    });
  }

  /** @throws TusProtocolError when the request violates the protocol, or what the store throws */
  async answer(incoming: IncomingMessage): Promise<Response> {
    const request = this.asWebRequest(incoming);
    const answer = await this.server.handleWeb(request);
    const thrown = this.thrown.get(request);
    if (thrown instanceof Error && !('status_code' in thrown)) throw thrown;
    if (answer.status >= 400) throw new TusProtocolError(answer.status, await answer.text());
    return answer;
  }

  /** Uses the public URL, because the request has another one behind a proxy. */
  private asWebRequest(incoming: IncomingMessage): Request {
    const { method = '', url = '', headers } = incoming;
    const pairs = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
    const body = HAS_BODY.has(method) ? { body: Readable.toWeb(incoming), duplex: 'half' } : {};
    return new Request(new URL(url, this.config.http.publicUrl), {
      method,
      headers: pairs,
      ...body,
    } as RequestInit);
  }
}

/** `/uploads/<mediaId>/tus` */
function mediaIdIn(url: string): string {
  return new URL(url).pathname.split('/')[2] ?? '';
}
