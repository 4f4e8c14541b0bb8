import { got, type Got } from 'got';

/** The connector's API as an admin UI calls it. */
export class Api {
  private readonly client: Got;

  constructor(
    readonly baseUrl: string,
    organisationId: string,
    token: string,
  ) {
    this.client = got.extend({
      prefixUrl: baseUrl,
      headers: { orgid: organisationId, authorization: `Bearer ${token}` },
      retry: { limit: 0 },
      throwHttpErrors: false,
      responseType: 'json',
    });
  }

  /** @throws Error with the problem's own sentence */
  async post<T>(path: string, body: object): Promise<T> {
    return answered<T>(await this.client.post(path, { json: body }));
  }

  async get<T>(path: string): Promise<T> {
    return answered<T>(await this.client.get(path));
  }

  /** Sends a form, or a file as it is. */
  async send<T>(path: string, body: FormData | string, mediaType?: string): Promise<T> {
    const headers = mediaType === undefined ? {} : { 'content-type': mediaType };
    return answered<T>(await this.client.post(path, { body, headers }));
  }

  /** An action of the provider, as `get-auth-url`. */
  action<T>(name: string, body: object): Promise<T> {
    return this.post<T>(`api/upstream/call/tiktok-provider/${name}`, body);
  }
}

function answered<T>({ statusCode, body }: { statusCode: number; body: unknown }): T {
  if (statusCode < 300) return body as T;
  const problem = body as { code?: string; detail?: string } | null;
  throw new Error(`HTTP ${statusCode} ${problem?.code ?? ''}: ${problem?.detail ?? 'no details'}`);
}
