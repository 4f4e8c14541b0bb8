import { describe, expect, it } from '@jest/globals';
import { NotFoundException, type ArgumentsHost } from '@nestjs/common';
import { TooManyRequestsError } from './errors.js';
import { ProblemFilter } from './problem.filter.js';

/** What a reply was told, by the name of the method. */
function answerTo(error: unknown): { headers: Record<string, unknown>; status: number; body: unknown } {
  const told = { headers: {} as Record<string, unknown>, status: 0, body: undefined as unknown };
  const reply = {
    sent: false,
    header: (name: string, value: unknown) => ((told.headers[name] = value), reply),
    status: (status: number) => ((told.status = status), reply),
    type: () => reply,
    send: (body: unknown) => ((told.body = body), reply),
  };
  const request = { id: 'r1', raw: { complete: true } };
  const host = { switchToHttp: () => ({ getRequest: () => request, getResponse: () => reply }) };
  new ProblemFilter().catch(error, host as unknown as ArgumentsHost);
  return told;
}

describe('ProblemFilter', () => {
  it('tells callers who are too many when to come back, in the header and in the body', () => {
    const answer = answerTo(new TooManyRequestsError('tiktok_rate_limit', 'Too many. Try again.', 7));
    expect(answer.status).toBe(429);
    expect(answer.headers).toEqual({ 'retry-after': 7 });
    expect(answer.body).toMatchObject({
      title: 'Too Many Requests',
      code: 'tiktok_rate_limit',
      detail: 'Too many. Try again.',
      retryAfterSeconds: 7,
    });
  });

  it('does not repeat the query of an address that nobody serves: codes travel there', () => {
    const answer = answerTo(new NotFoundException('Cannot GET /connect/nowhere?code=c&state=s'));
    expect(answer.body).toMatchObject({ code: 'not_found', detail: 'Cannot GET /connect/nowhere' });
  });
});
