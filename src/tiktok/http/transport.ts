import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { got, RequestError, TimeoutError, type Got, type OptionsOfTextResponseBody } from 'got';
import { Outages } from '../../common/index.js';
import { AppConfig } from '../../config/index.js';
import { answerByFor, isTooLate, tryMs } from './answer-by.js';
import { ByteSender, NeverConnectedError, type BytesToSend } from './byte-sender.js';
import { HostAllowList } from './host-allow-list.js';
import { RateGovernor } from '../rate-limits/rate-governor.js';
import type { RatedCall } from '../rate-limits/rated-call.js';
import { retryDelay, type CallKind } from './retry-policy.js';
import { isTransient, TikTokApiError, TikTokNetworkError } from './tiktok-errors.js';

// Milliseconds. got waits for ever by default.
const TIMEOUTS = { lookup: 3_000, connect: 5_000, secureConnect: 5_000, response: 20_000, request: 30_000 };
const USER_AGENT = 'tiktok-connector';
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const BEFORE_SENDING = new Set(['lookup', 'connect', 'secureConnect']);

export interface TikTokRequest {
  method: 'GET' | 'POST' | 'PUT';
  url: string;
  kind: CallKind;
  /** Which budgets it draws on; without it, none. */
  rated?: RatedCall;
  /** By when it has to be answered, see `answer-by.ts`; by default as its priority says. */
  answerBy?: number;
  options?: OptionsOfTextResponseBody;
}

/** An answer as it came over the wire; whether it is a success is the envelope's to say. */
export interface RawAnswer {
  path: string;
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** The one way out to TikTok: timeouts, no redirects, known hosts only, no retry of a mutation. */
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
   * @throws TikTokNetworkError when there is no answer
   */
  async send({ method, url, options, answerBy }: TikTokRequest): Promise<RawAnswer> {
    const target = new URL(url);
    this.hosts.check(target);
    const timeout = answerBy !== undefined && { timeout: limited(tryMs(answerBy)) };
    try {
      const answer = await this.client(target, { ...options, ...timeout, method, responseType: 'text' });
      return { path: target.pathname, status: answer.statusCode, headers: answer.headers, body: answer.body };
    } catch (error) {
      throw new TikTokNetworkError(target.pathname, wasSent(error), error);
    }
  }

  /**
   * Streams a body to an upload host, once: TikTok limits calls, not bytes.
   * @throws TikTokNetworkError when there is no answer
   */
  async sendBytes(url: string, given: BytesToSend): Promise<RawAnswer> {
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
   * Sends within the rate budgets, reads the answer with `parse`, and repeats reads as the retry policy says. A call that
   * a person waits for ends in time.
   * @throws RateBudgetError when a budget is used up, besides what `parse` and `send` throw
   */
  async call<T>(request: TikTokRequest, parse: (answer: RawAnswer) => T): Promise<T> {
    const answerBy = request.answerBy ?? answerByFor(request.rated?.priority);
    for (let retries = 0; ; retries += 1) {
      try {
        return await this.once({ ...request, answerBy }, parse);
      } catch (error) {
        const delay = retryDelay(request.kind, error, retries, Math.random());
        if (delay === undefined || isTooLate(answerBy, delay)) throw error;
        await sleep(delay);
      }
    }
  }

  /** Each repetition is counted, as TikTok counts it. */
  private once<T>(request: TikTokRequest, parse: (answer: RawAnswer) => T): Promise<T> {
    const send = () => this.noticingLoss(request.url, async () => parse(await this.send(request)));
    return request.rated ? this.governor.run(request.rated, send) : send();
  }

  /**
   * A host that cannot be reached, or an endpoint that gives no answer or fails, goes into the log once, and once more when
   * it is back. One endpoint may fail while the others answer.
   */
  private async noticingLoss<T>(url: string, send: () => Promise<T>): Promise<T> {
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

function wasSent(error: unknown): boolean {
  if (error instanceof TimeoutError) return !BEFORE_SENDING.has(error.event);
  return !(error instanceof RequestError && NEVER_SENT.has(error.code));
}
