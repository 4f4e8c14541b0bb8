import type { IdentifierKind } from '../pipeline/identifier-kind.js';

/** How TikTok calls the columns of a customer file of several kinds. Device ids of both systems share one name. */
const FILE_HEADERS: Record<IdentifierKind, string> = {
  email: 'email_SHA256',
  phone: 'phone_SHA256',
  idfa: 'MAID_SHA256',
  gaid: 'MAID_SHA256',
  maid: 'MAID_SHA256',
};

/** TikTok takes a header at most three times in one file. */
export const MAX_SAME_HEADER = 3;

/** How TikTok calls the columns of a segment, which has no name for a device id of an unknown system. */
const SEGMENT_SCHEMA: Partial<Record<IdentifierKind, string>> = {
  email: 'EMAIL_SHA256',
  phone: 'PHONE_SHA256',
  idfa: 'IDFA_SHA256',
  gaid: 'AAID_SHA256',
};

export function fileHeader(kind: IdentifierKind): string {
  return FILE_HEADERS[kind];
}

export function segmentColumn(kind: IdentifierKind): string | undefined {
  return SEGMENT_SCHEMA[kind];
}
