/** Where a run of ad comments continues: in the list of an ad group. Groups before it are noted as read. */
export interface AdCommentPlace {
  accountId: string;
  adGroupId: string;
  page: number;
}

export function adCommentPlaceText({ accountId, adGroupId, page }: AdCommentPlace): string {
  return `${accountId}:${adGroupId}:${page}`;
}

/** Returns undefined for a run that starts. */
export function readAdCommentPlace(text: string | null): AdCommentPlace | undefined {
  const [, accountId, adGroupId, page] = /^(\d+):(\d+):(\d+)$/.exec(text ?? '') ?? [];
  if (accountId === undefined || adGroupId === undefined) return undefined;
  return { accountId, adGroupId, page: Number(page) };
}
