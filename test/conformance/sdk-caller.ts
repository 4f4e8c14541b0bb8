import { expect } from '@jest/globals';
import { ApiClient, type Callback, InlineResponse200 } from 'tiktok-business-api-sdk-official';
import { BusinessClient } from 'tiktok-sandbox/testing';

type Values = Record<string, unknown>;

/** Starts a sandbox that the SDK calls, with an app that an advertiser has authorised. */
export async function advertiserClient(
  options: Parameters<typeof BusinessClient.start>[0],
): Promise<{ client: BusinessClient; token: string; id: string }> {
  const client = await BusinessClient.start(options);
  ApiClient.instance.basePath = client.sandbox.sandbox.url;
  const { token, ids } = await client.advertiserToken();
  return { client, token, id: ids[0] ?? '' };
}

/** Calls one operation of the SDK and answers the `data` of its model. */
export function operation<Data = Values>(api: object, name: string, ...args: unknown[]): Promise<Data> {
  return answerOf<Data>((done) => {
    const call = (api as Record<string, (...all: unknown[]) => void>)[name];
    if (!call) throw new Error(`the SDK has no operation ${name}`);
    call.call(api, ...args, done);
  });
}

/** Calls a path that the SDK has no operation for, by its own client, with its own model. */
export function path<Data = Values>(
  method: 'GET' | 'POST',
  url: string,
  { token, query = {}, body, form }: { token?: string; query?: Values; body?: Values; form?: Values },
): Promise<Data> {
  return answerOf<Data>((done) => {
    ApiClient.instance.callApi(
      `/open_api/v1.3${url}`,
      method,
      {},
      Object.fromEntries(
        Object.entries(query).map(([key, value]) => [
          key,
          Array.isArray(value) ? JSON.stringify(value) : value,
        ]),
      ),
      token === undefined ? {} : { 'Access-Token': token },
      form ?? {},
      body ?? null,
      [],
      [form ? 'multipart/form-data' : 'application/json'],
      ['application/json'],
      InlineResponse200,
      done,
    );
  });
}

/** The model must come back filled: an answer that is no success is an error of the SDK. */
async function answerOf<Data>(start: (done: Callback) => void): Promise<Data> {
  const model = await new Promise<InlineResponse200>((resolve, reject) => {
    start((error, data) => {
      if (error || !data) reject(error ?? new Error('no answer'));
      else resolve(data);
    });
  });
  expect(model).toBeInstanceOf(InlineResponse200);
  expect(model.request_id).toMatch(/^\d{14}/);
  expect(typeof model.data).toBe('object');
  return model.data as Data;
}
