import { crc32 } from 'node:zlib';
import { decodeCursor, encodeCursor, InvalidInputError } from '../../common/index.js';
import { MAX_REPORT_ROWS } from '../../tiktok/index.js';
import type { MetricsQuestion } from './report-plan.js';

/** A place in a report: a call of its plan, and a page of that call. */
export interface Place {
  call: number;
  /** From 1. */
  page: number;
  pageSize: number;
}

export function encodePlace({ call, page, pageSize }: Place, question: MetricsQuestion): string {
  return encodeCursor([String(call), String(page), String(pageSize), fingerprint(question)]);
}

/** @throws InvalidInputError if the cursor belongs to another question */
export function decodePlace(
  cursor: string | undefined,
  question: MetricsQuestion,
  calls: number,
): Place | undefined {
  const key = decodeCursor(cursor, ['digits', 'digits', 'digits', 'digits']);
  if (!key) return undefined;
  const [call = 0, page = 0, pageSize = 0] = key.map(Number);
  const fits = call < calls && page >= 1 && pageSize >= 1 && pageSize <= MAX_REPORT_ROWS;
  if (fits && Number.isSafeInteger(page) && key[3] === fingerprint(question)) return { call, page, pageSize };
  throw new InvalidInputError(
    'The cursor does not belong to this report. Repeat the query of the first page, or start without a cursor.',
    [{ field: 'cursor', message: 'must be the nextCursor of the same query' }],
  );
}

function fingerprint(question: MetricsQuestion): string {
  return String(crc32(JSON.stringify(question)));
}
