import jwt from 'jsonwebtoken';
import type { ApiClient, PageBody } from '../api-client.js';
import type { RunningConnector } from '../connector.js';

/** An entry of the audit trail, as a test looks at it. */
export interface AuditItem {
  id: string;
  action: string;
  actor: { id: string; name: string | null };
  role: string | null;
  targets: { parameter: string; id: string }[];
  at: string;
  status: number | null;
  requestId: string | null;
}

/** @returns the newest 200 entries, the newest first */
export async function auditOf(api: ApiClient, query = ''): Promise<AuditItem[]> {
  return (await api.get<PageBody<AuditItem>>(`/api/audit?limit=200${query}`)).body.items;
}

/** A caller whose token has other claims than those of the tests. */
export function callerWith(
  { config, anonymous }: RunningConnector,
  organisationId: string,
  claims: { sub: string; role: string; name?: string },
): ApiClient {
  const { secret = '', issuer, audience } = config.jwt;
  const token = jwt.sign({ ...claims, orgs: [organisationId] }, secret, { issuer, audience, expiresIn: 600 });
  return anonymous.with({ orgid: organisationId, authorization: `Bearer ${token}` });
}
