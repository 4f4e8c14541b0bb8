import { createConnector, type Connector } from 'tiktok-connector-client';
import type { Contract } from './contract.js';

/** An answer of the connector that matches its OpenAPI document. */
export interface Answer<Body = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: Body;
}

/** The body of every error. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  requestId: string;
  errors?: { field: string; message: string }[];
}

export interface PageBody<Item> {
  items: Item[];
  nextCursor?: string;
}

const PROVIDER = '/api/upstream/call/tiktok-provider';

/** Calls the connector like an admin UI: with `orgid` and a token by default. */
export class ApiClient {
  constructor(
    readonly baseUrl: string,
    private readonly contract: Contract | undefined,
    private readonly headers: Record<string, string> = {},
  ) {}

  /** The client that other programs use, for calls that its types allow. Its answers are checked, too. */
  get typed(): Connector {
    const { orgid = '', authorization = '' } = this.headers;
    return createConnector({
      baseUrl: this.baseUrl,
      organisationId: orgid,
      token: authorization.replace('Bearer ', ''),
      fetch: (input, init) => this.checked(new Request(input, init)),
    });
  }

  /** The same caller with other headers; an empty value removes the header. */
  with(headers: Record<string, string>): ApiClient {
    return new ApiClient(this.baseUrl, this.contract, { ...this.headers, ...headers });
  }

  /** For addresses outside the document. */
  withoutContract(): ApiClient {
    return new ApiClient(this.baseUrl, undefined, this.headers);
  }

  get<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>> {
    return this.send<Body>('GET', path);
  }

  delete<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>> {
    return this.send<Body>('DELETE', path);
  }

  post<Body = Record<string, unknown>>(path: string, body: unknown): Promise<Answer<Body>> {
    return this.send<Body>('POST', path, {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  }

  /** An action of the provider, e.g. `publish-video`. */
  provider<Body = Record<string, unknown>>(action: string, body: unknown): Promise<Answer<Body>> {
    return this.post<Body>(`${PROVIDER}/${action}`, body);
  }

  /** All items of a list, page by page. */
  async all<Item>(path: string, limit: number): Promise<Item[][]> {
    const pages: Item[][] = [];
    let cursor: string | undefined;
    do {
      const query = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const separator = path.includes('?') ? '&' : '?';
      const { body } = await this.get<PageBody<Item>>(`${path}${separator}limit=${limit}${query}`);
      pages.push(body.items);
      cursor = body.nextCursor;
    } while (cursor !== undefined);
    return pages;
  }

  async send<Body = Record<string, unknown>>(
    method: string,
    path: string,
    init: RequestInit & { duplex?: 'half' } = {},
  ): Promise<Answer<Body>> {
    const own = Object.entries(this.headers).filter(([, value]) => value !== '');
    const url = new URL(path, this.baseUrl);
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      ...init,
      headers: { ...Object.fromEntries(own), ...(init.headers as Record<string, string>) },
    });
    const { text, contentType } = await this.check(method, url, response);
    const body = contentType.includes('json') ? (JSON.parse(text) as unknown) : { text };
    return { status: response.status, headers: response.headers, body: body as Body };
  }

  private async checked(request: Request): Promise<Response> {
    const response = await fetch(request);
    await this.check(request.method, new URL(request.url), response.clone());
    return response;
  }

  private async check(
    method: string,
    { pathname: path }: URL,
    response: Response,
  ): Promise<{ text: string; contentType: string }> {
    const text = await response.text();
    const contentType = response.headers.get('content-type') ?? '';
    this.contract?.check({ method, path, status: response.status, contentType, text });
    return { text, contentType };
  }
}
