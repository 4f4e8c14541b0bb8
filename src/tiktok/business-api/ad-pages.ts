/** How TikTok's ads side numbers its pages. */
export interface PageInfo {
  page?: number;
  page_size?: number;
  total_number?: number;
  total_page?: number;
}

// Forms offer what a person can choose from; a longer list is cut.
export const MAX_PAGES = 10;

/** Reads a numbered list to its end, or to its tenth page. */
export async function allPages<Item>(
  size: number,
  read: (page: {
    page: number;
    page_size: number;
  }) => Promise<{ list: Item[] | null | undefined; pageInfo: PageInfo | undefined }>,
): Promise<Item[]> {
  const all: Item[] = [];
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const { list, pageInfo } = await read({ page, page_size: size });
    all.push(...(list ?? []));
    if (!list?.length || page >= (pageInfo?.total_page ?? 0)) break;
  }
  return all;
}
