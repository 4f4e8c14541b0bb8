import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { got, RequestError, TimeoutError, type Got, type OptionsOfTextResponseBody } from 'got';
import { Outages } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { attemptMs, deadlineFor, interactiveDeadline, isTooLate } from './deadline.js';
import { ByteSender, NeverConnectedError, type BytesToSend } from './byte-sender.js';
import type { FormBody } from './form-body.js';
import { HostAllowList } from './host-allow-list.js';
import { RateGovernor } from '../rate-limits/rate-governor.js';
import type { RatedCall } from '../rate-limits/rated-call.js';
import { placeDelay, retryDelay, type CallKind } from './retry-policy.js';
import { isTransient, TikTokApiError, TikTokNetworkError } from './tiktok-errors.js';

// Milliseconds. By default, got waits forever.
const TIMEOUTS = { lookup: 3_000, connect: 5_000, secureConnect: 5_000, response: 20_000, request: 30_000 };
// A file of up to 20 MB takes longer than a call. TikTok itself gives up sooner on most of them.
const FORM_TIMEOUTS = { ...TIMEOUTS, response: 60_000, request: 5 * 60_000 };
const USER_AGENT = 'tiktok-connector';
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const BEFORE_SENDING = new Set(['lookup', 'connect', 'secureConnect']);

export interface TikTokRequest {
  method: 'GET' | 'POST' | 'PUT';
  url: string;
  kind: CallKind;
  /** What rate limits need to know. Calls without it are not counted. */
  rated?: RatedCall;
  /** When TikTok has to respond, as in `deadline.ts`. The default follows from the priority. */
  deadline?: number;
  options?: OptionsOfTextResponseBody;
  /** A body with a file, which is opened for each attempt. */
  form?: FormBody;
}

/** A raw response. Only its envelope says whether it is a success. */
export interface RawResponse {
  path: string;
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** Sends every call to TikTok: with timeouts, to known hosts only, without redirects, and never retries a mutation. */
@Injectable()
export class TikTokTransport {
  private readonly client: Got;
  private readonly hosts: HostAllowList;
  private readonly bytes = new ByteSender();

  constructor(
    { tiktok }: AppConfig,
    private readonly governor: RateGovernor,
    private readonly outages: Outages = new Outages(),
  ) {
    this.hosts = new HostAllowList([tiktok.apiBaseUrl, tiktok.businessBaseUrl], tiktok.uploadHosts);
    this.client = got.extend({
      followRedirect: false,
      throwHttpErrors: false,
      retry: { limit: 0 },
      timeout: TIMEOUTS,
      headers: { 'user-agent': USER_AGENT },
    });
  }

  /**
   * Sends once.
   * @throws TikTokNetworkError if there is no response
   */
  async send({ method, url, options, deadline, form }: TikTokRequest): Promise<RawResponse> {
    const target = new URL(url);
    this.hosts.check(target);
    const timeout = deadline !== undefined && { timeout: limited(attemptMs(deadline)) };
    try {
      const response = await this.client(target, {
        ...options,
        ...(form && formOptions(form, options)),
        ...timeout,
        method,
      });
      return {
        path: target.pathname,
        status: response.statusCode,
        headers: response.headers,
        body: response.body,
      };
    } catch (error) {
      throw new TikTokNetworkError(target.pathname, wasSent(error), error);
    }
  }

  /**
   * Streams a body to an upload host, once. TikTok limits calls, not bytes.
   * @throws TikTokNetworkError if there is no response
   */
  async sendBytes(url: string, given: BytesToSend): Promise<RawResponse> {
    const target = new URL(url);
    this.hosts.check(target);
    const headers = { 'user-agent': USER_AGENT, ...given.headers };
    try {
      return { path: target.pathname, ...(await this.bytes.send(target, { ...given, headers })) };
    } catch (error) {
      throw new TikTokNetworkError(target.pathname, !(error instanceof NeverConnectedError), error);
    }
  }

  /**
   * Sends within the rate limits, reads the response with `parse`, and retries reads by the retry policy. All but
   * background calls wait for a place within a limit per second; interactive ones end by their deadline.
   * @throws RateBudgetError if a limit is used up, and what `parse` and `send` throw
   */
  async call<T>(request: TikTokRequest, parse: (response: RawResponse) => T): Promise<T> {
    const deadline = request.deadline ?? deadlineFor(request.rated?.priority);
    const placeDeadline = deadline ?? interactiveDeadline();
    let retries = 0;
    for (;;) {
      try {
        return await this.once({ ...request, deadline }, parse);
      } catch (error) {
        const untilPlace = placeDelay(request.rated?.priority, error);
        const delay = untilPlace ?? retryDelay(request.kind, error, retries, Math.random());
        const until = untilPlace === undefined ? deadline : placeDeadline;
        if (delay === undefined || isTooLate(until, delay)) throw error;
        if (untilPlace === undefined) retries += 1;
        await sleep(delay);
      }
    }
  }

  /** Counts every attempt, as TikTok does. */
  private once<T>(request: TikTokRequest, parse: (response: RawResponse) => T): Promise<T> {
    const send = () => this.reportingOutages(request.url, async () => parse(await this.send(request)));
    return request.rated ? this.governor.run(request.rated, send) : send();
  }

  /**
   * Logs once when a host is unreachable or an endpoint fails, and once when it is back. One endpoint may fail while the others
   * respond.
   */
  private async reportingOutages<T>(url: string, send: () => Promise<T>): Promise<T> {
    const { host, pathname } = new URL(url);
    const [tiktok, endpoint] = [`TikTok (${host})`, `TikTok (${host}${pathname})`];
    try {
      const result = await send();
      for (const name of [tiktok, endpoint]) this.outages.recovered(name);
      return result;
    } catch (error) {
      const isUnreached = error instanceof TikTokNetworkError && !error.sent;
      if (isUnreached) this.outages.failed(tiktok, error);
      else this.outages.recovered(tiktok);
      if (error instanceof TikTokApiError) this.outages.recovered(endpoint);
      else if (!isUnreached && isTransient(error)) this.outages.failed(endpoint, error);
      throw error;
    }
  }
}

function limited(ms: number): typeof TIMEOUTS {
  return { ...TIMEOUTS, request: Math.min(ms, TIMEOUTS.request) };
}

function formOptions(form: FormBody, options?: OptionsOfTextResponseBody): OptionsOfTextResponseBody {
  return { body: form.open(), timeout: FORM_TIMEOUTS, headers: { ...options?.headers, ...form.headers } };
}

function wasSent(error: unknown): boolean {
  if (error instanceof TimeoutError) return !BEFORE_SENDING.has(error.event);
  return !(error instanceof RequestError && NEVER_SENT.has(error.code));
}
