import { answer } from './answer.js';

interface Page<Item> {
  items: Item[];
  nextCursor?: string;
}

type PageCall<Item> = Promise<{ data?: Page<Item>; error?: unknown; response: Response }>;

/**
 * Reads a list page by page, and yields its items.
 * @param read calls the list with a cursor, which is undefined for the first page
 * @throws ApiError if the service refused a page
 * @example
 * for await (const post of items((cursor) => connector.GET('/api/publications', { params: { query: { cursor } } })))
 *   console.log(post.title);
 */
export async function* items<Item>(
  read: (cursor: string | undefined) => PageCall<Item>,
): AsyncGenerator<Item, void, undefined> {
  let cursor: string | undefined;
  do {
    const page: Page<Item> = await answer(read(cursor));
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}
