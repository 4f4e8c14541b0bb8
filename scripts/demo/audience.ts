import type { Api } from './api.js';
import { show, step, table, until } from './story.js';

interface Report {
  rows: number;
  usableRows: number;
  duplicates: number;
  columns: { kind: string; alreadyHashed: boolean; valid: number; invalid: number }[];
  defects: { reason: string; count: number; lines: number[] }[];
  forecast: { minimum: number; verdict: string; neededMatchRate: number | null };
}
interface Audience {
  id: string;
  tiktokId: string | null;
  status: string;
  statusText: string;
}

const CUSTOMERS = 1_500;

/** Hashes a file of customers, shows what is wrong with it, and sends the hashes. */
export async function audience(api: Api, accountId: string, name: string): Promise<void> {
  step(
    'Upload an audience',
    'E-mails and phones are hashed while they arrive; only hashes are stored and sent.',
  );
  const { id } = await api.post<Audience>('api/ads/audiences', {
    accountId,
    name,
    consent: { basis: 'consent', source: 'newsletter form', collectedAt: '2026-11-01T00:00:00Z' },
  });
  const { report } = await api.send<{ report: Report }>(
    `api/ads/audiences/${id}/append?defaultCountry=DE`,
    customers(),
    'text/csv',
  );
  show('file', `${report.rows} rows, ${report.usableRows} usable, ${report.duplicates} duplicates`);
  table([
    ['column', 'valid', 'invalid'],
    ...report.columns.map(({ kind, valid, invalid }) => [kind, valid, invalid]),
  ]);
  for (const { reason, count, lines } of report.defects)
    show('defect', `${reason}: ${count}, in line ${lines.slice(0, 5).join(', ')}`);
  const { minimum, neededMatchRate } = report.forecast;
  if (neededMatchRate !== null)
    show('forecast', `TikTok must match ${Math.ceil(neededMatchRate * 100)} % for its minimum of ${minimum}`);
  const sent = await until(
    'the audience at TikTok',
    () => api.get<Audience>(`api/ads/audiences/${id}`),
    ({ tiktokId, status }) => tiktokId !== null || status === 'failed',
  );
  show('at TikTok', `${sent.tiktokId ?? 'none'}: ${sent.statusText}`);
}

/** A file as a shop exports it, with mistakes. */
function customers(): string {
  const rows = Array.from(
    { length: CUSTOMERS },
    (_, at) => `Customer${at}@shop.example,0151 ${20_000_000 + at}`,
  );
  const flawed = ['not an address,0151 23456789', 'customer7@shop.example,', 'lena@shop.example,12'];
  return ['email,phone', ...rows, ...flawed, ''].join('\r\n');
}
