import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Bucket } from './bucket.js';
import { bucketAnswer, objectAnswer } from './s3-answers.js';
import { refusalOf } from './signature.js';

export interface S3Call {
  method: string;
  bucket: string;
  key: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

export interface S3Answer {
  status: number;
  headers?: Record<string, string | number>;
  body?: Buffer | string;
}

/**
 * An S3-compatible store in this process, path-style, with what a staging store needs: objects and ranges, listings in
 * pages, multipart uploads with S3's rules, signatures. s3rver, the one that npm has, can neither list nor abort
 * multipart uploads.
 */
export class S3Server {
  readonly keys = { accessKeyId: 'test-key', secretAccessKey: 'test-secret' };
  readonly name = 'staging';
  readonly bucket = new Bucket();
  /** Answers calls instead of the store, for as long as it is set. */
  fault: ((call: S3Call) => S3Answer | undefined) | undefined;
  /** Of a page of a listing. */
  pageSize = 1000;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<S3Server> {
    const server = createServer();
    const s3 = new S3Server(server);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void s3.serve(request, response).catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return s3;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** As the connector wants it. */
  get environment(): Record<string, string> {
    return {
      S3_BUCKET: this.name,
      S3_ENDPOINT: this.url,
      S3_PATH_STYLE: 'true',
      S3_ACCESS_KEY_ID: this.keys.accessKeyId,
      S3_SECRET_ACCESS_KEY: this.keys.secretAccessKey,
    };
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const { status, headers, body: answer = '' } = this.answer(request, body);
    response.writeHead(status, { 'x-amz-request-id': 'test', ...headers });
    response.end(request.method === 'HEAD' ? undefined : answer);
  }

  private answer(request: IncomingMessage, body: Buffer): S3Answer {
    const refusal = refusalOf(request, body, this.keys);
    if (refusal) return refused(403, refusal);
    const { pathname, searchParams: query } = new URL(request.url ?? '', this.url);
    const [, bucket = '', ...rest] = pathname.split('/').map(decodeURIComponent);
    const { method = '', headers } = request;
    const call = { method, bucket, key: rest.join('/'), query, headers, body };
    const fault = this.fault?.(call);
    if (fault) return fault;
    if (bucket !== this.name) return refused(404, 'NoSuchBucket');
    return call.key === '' ? bucketAnswer(this.bucket, call, this.pageSize) : objectAnswer(this.bucket, call);
  }
}

export function refused(status: number, code: string): S3Answer {
  const body = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  return { status, body, headers: { 'content-type': 'application/xml' } };
}
