import { expect, it } from '@jest/globals';
import { items } from './pages.js';

it('items reads the next page only when it is needed, and ends with the last', async () => {
  const asked: (string | undefined)[] = [];
  const read = async (cursor: string | undefined) => {
    asked.push(cursor);
    const data = cursor === undefined ? { items: [1, 2], nextCursor: 'b' } : { items: [3] };
    return { data, response: new Response() };
  };

  const list = items(read);
  expect((await list.next()).value).toBe(1);
  expect(asked).toEqual([undefined]);
  const rest: number[] = [];
  for await (const item of list) rest.push(item);

  expect(rest).toEqual([2, 3]);
  expect(asked).toEqual([undefined, 'b']);
});

it('items throws the problem of a refused page', async () => {
  const problem = { code: 'forbidden', detail: 'No.' };
  const list = items(async () => ({ error: problem, response: new Response(null, { status: 403 }) }));

  await expect(list.next()).rejects.toMatchObject({ name: 'ApiError', status: 403, code: 'forbidden' });
});
