import { randomUUID } from 'node:crypto';
import type { Answer, ApiClient } from '../api-client.js';
import { until } from '../harness/until.js';

export interface AudienceUploadBody {
  id: string;
  action: string;
  state: string;
  failCode: string | null;
  failMessage: string | null;
  report: ReportBody | null;
}

export interface ReportBody {
  rows: number;
  usableRows: number;
  duplicates: number;
  columns: {
    kind: string;
    position: number | null;
    alreadyHashed: boolean;
    valid: number;
    invalid: number;
  }[];
  defects: { reason: string; count: number; lines: number[] }[];
  forecast: { verdict: string; neededMatchRate: number | null };
}

export interface AudienceBody {
  id: string;
  name: string;
  tiktokId: string | null;
  status: string;
  statusText: string;
  size: string | null;
  updatesLeft: number;
  nextReplaceAt: string | null;
  uploads: AudienceUploadBody[];
}

export interface FileAnswer {
  report: ReportBody;
  upload: AudienceUploadBody | null;
}

const CONSENT = { basis: 'consent', source: 'newsletter form', collectedAt: '2026-11-01T00:00:00+01:00' };

export function createAudience(
  api: ApiClient,
  accountId: string,
  given: Record<string, unknown> = {},
): Promise<Answer<AudienceBody>> {
  const name = `Customers ${randomUUID().slice(0, 8)}`;
  return api.post<AudienceBody>('/api/ads/audiences', { accountId, name, consent: CONSENT, ...given });
}

export function sendFile<Body = FileAnswer>(
  api: ApiClient,
  audienceId: string,
  action: string,
  file: string | Uint8Array<ArrayBuffer>,
  query = '',
): Promise<Answer<Body>> {
  const path = `/api/ads/audiences/${audienceId}/${action}${query}`;
  return api.send<Body>('POST', path, { body: file, headers: { 'content-type': 'text/csv' } });
}

/** A file of that many customers with email addresses. */
export function customers(count: number, from = 0): string {
  const rows = Array.from({ length: count }, (_, index) => `customer.${from + index}@example.com\n`);
  return `email\n${rows.join('')}`;
}

export async function untilAudience(
  api: ApiClient,
  id: string,
  isThere: (audience: AudienceBody) => boolean,
): Promise<AudienceBody> {
  return await until(async () => {
    const { body } = await api.get<AudienceBody>(`/api/ads/audiences/${id}`);
    return isThere(body) && body;
  });
}

/** Waits until TikTok has matched the last file. */
export function untilDone(api: ApiClient, id: string): Promise<AudienceBody> {
  return untilAudience(api, id, ({ uploads }) =>
    uploads.every(({ state }) => state === 'done' || state === 'failed'),
  );
}
