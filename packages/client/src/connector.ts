import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { paths } from './generated/api.js';

export interface ConnectorOptions {
  /** The address of the service, for example `https://connector.example`. */
  baseUrl: string;
  /** The organisation to act for; the token must allow it. */
  organisationId: string;
  /** The JWT of the user. A function is asked before each call, so that it can return a renewed token. */
  token: string | (() => string | Promise<string>);
  /** Replaces the global `fetch`. */
  fetch?: typeof globalThis.fetch;
}

/** A client of one organisation: `GET`, `POST`, `PUT`, `PATCH` and `DELETE` with the paths and types of the API. */
export interface Connector extends Client<paths> {
  readonly options: ConnectorOptions;
}

/** Creates a client for one organisation and user. */
export function createConnector(options: ConnectorOptions): Connector {
  const client = createClient<paths>({
    baseUrl: options.baseUrl,
    ...(options.fetch && { fetch: options.fetch }),
  });
  client.use(authorising(options));
  return Object.assign(client, { options });
}

function authorising(options: ConnectorOptions): Middleware {
  return {
    async onRequest({ request }) {
      for (const [name, value] of Object.entries(await authorisation(options)))
        request.headers.set(name, value);
      return request;
    },
  };
}

/** The headers that every call carries. */
export async function authorisation({
  token,
  organisationId,
}: ConnectorOptions): Promise<{ authorization: string; orgid: string }> {
  const current = typeof token === 'string' ? token : await token();
  return { authorization: `Bearer ${current}`, orgid: organisationId };
}
