import { describe, expect, it } from '@jest/globals';
import { errorOf } from './api-error.js';

const PROBLEM = {
  type: 'about:blank',
  title: 'Bad Request',
  status: 400,
  code: 'invalid_body',
  detail: 'Correct the marked fields.',
  requestId: 'r-1',
  errors: [{ field: 'media[0].url', message: 'must be https' }],
};

describe('an ApiError', () => {
  it('has the problem of the service', async () => {
    const error = await errorOf(new Response(JSON.stringify(PROBLEM), { status: 400 }));

    expect(error).toMatchObject({ status: 400, code: 'invalid_body', message: 'Correct the marked fields.' });
    expect(error.fields).toEqual({ 'media[0].url': 'must be https' });
    expect(error.retryAfterSeconds).toBeUndefined();
  });

  it.each([
    ['a page of a proxy', '<html>Bad gateway</html>'],
    ['nothing', ''],
    ['JSON without a problem', '{"message":"no"}'],
    ['null', 'null'],
  ])('explains %s', async (_title, body) => {
    const error = await errorOf(new Response(body, { status: 502, headers: { 'retry-after': '7' } }));

    expect(error).toMatchObject({ status: 502, code: 'unexpected_answer', fields: {}, retryAfterSeconds: 7 });
    expect(error.message).toContain('502');
  });
});
