import { describe, expect, it } from '@jest/globals';
import { NotFoundException, type ArgumentsHost } from '@nestjs/common';
import { TooManyRequestsError } from './errors.js';
import { ProblemFilter } from './problem.filter.js';

/** Records the calls on a reply. */
function answerTo(error: unknown): { headers: Record<string, unknown>; status: number; body: unknown } {
  const sent = { headers: {} as Record<string, unknown>, status: 0, body: undefined as unknown };
  const reply = {
    sent: false,
    header: (name: string, value: unknown) => ((sent.headers[name] = value), reply),
    status: (status: number) => ((sent.status = status), reply),
    type: () => reply,
    send: (body: unknown) => ((sent.body = body), reply),
  };
  const request = { id: 'r1', raw: { complete: true } };
  const host = { switchToHttp: () => ({ getRequest: () => request, getResponse: () => reply }) };
  new ProblemFilter().catch(error, host as unknown as ArgumentsHost);
  return sent;
}

describe('ProblemFilter', () => {
  it('sends Retry-After in the header and in the body', () => {
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

  it('omits the query of an unknown URL, which may contain codes', () => {
    const answer = answerTo(new NotFoundException('Cannot GET /connect/nowhere?code=c&state=s'));
    expect(answer.body).toMatchObject({ code: 'not_found', detail: 'Cannot GET /connect/nowhere' });
  });
});
