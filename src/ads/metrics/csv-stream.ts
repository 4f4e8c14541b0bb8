import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import type { MetricRow } from './dto/metrics.view.js';
import { csvHeader, csvRows, type CsvHead } from './metrics-csv.js';

/** Rows with what they share. */
export type CsvPage = CsvHead & { items: readonly MetricRow[] };

/** A started download. */
export interface CsvDownload<P extends CsvPage> {
  stream: Readable;
  /** The first page, which the stream holds already. */
  first?: P;
}

/**
 * Streams pages as CSV. The next page is read when the client has taken the one before, and none once the client is gone.
 * @throws the error of the first page, before the stream starts
 */
export async function csvStream<P extends CsvPage>(
  metrics: readonly string[],
  pages: AsyncGenerator<P, void>,
): Promise<CsvDownload<P>> {
  const first = await pages.next();
  const stream = Readable.from(chunks(metrics, first, inThisScope(pages)), { highWaterMark: 1 });
  return first.done === true ? { stream } : { stream, first: first.value };
}

async function* chunks(
  metrics: readonly string[],
  first: IteratorResult<CsvPage, void>,
  rest: AsyncIterable<CsvPage>,
): AsyncGenerator<string> {
  yield csvHeader(metrics);
  if (first.done === true) return;
  yield csvRows(first.value.items, first.value, metrics);
  for await (const page of rest) if (page.items.length > 0) yield csvRows(page.items, page, metrics);
}

/** Keeps the organisation: a stream asks for its next chunk outside of the request's context. */
function inThisScope<T>(pages: AsyncGenerator<T, void>): AsyncIterable<T> {
  const run = AsyncLocalStorage.snapshot();
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => run(() => pages.next()),
      return: async () => {
        await run(() => pages.return(undefined));
        return { done: true, value: undefined };
      },
    }),
  };
}
