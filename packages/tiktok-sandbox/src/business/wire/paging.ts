import type { Params } from './params.js';

export interface PageInfo {
  readonly page: number;
  readonly page_size: number;
  readonly total_number: number;
  readonly total_page: number;
}

/** Cuts one page out of `rows` as `page` and `page_size` say. Source: business reference §0. */
export function pageOf<T>(
  params: Params,
  rows: readonly T[],
  { defaultSize = 10, maxSize = 1000 } = {},
): { list: T[]; page_info: PageInfo } {
  const page = params.whole('page', { min: 1 }) ?? 1;
  const size = params.whole('page_size', { min: 1, max: maxSize }) ?? defaultSize;
  return {
    list: rows.slice((page - 1) * size, page * size),
    page_info: {
      page,
      page_size: size,
      total_number: rows.length,
      total_page: Math.ceil(rows.length / size),
    },
  };
}
