import {
  AD_OBJECT_ENDPOINTS,
  fromWireTime,
  type AdKind,
  type AdRow,
  type OperationStatus,
} from '../../tiktok/index.js';
import type { AdObject } from './ad-object.entity.js';

/** What a row of TikTok says about an object. */
export type AdObjectFacts = Omit<AdObject, 'organisationId' | 'accountId' | 'asOf' | 'statusSince'>;

const OPERATION_STATUSES = new Set(['ENABLE', 'DISABLE', 'DELETE']);

/** Reads TikTok's row. @returns undefined for a row without an id */
export function readAdRow({ family, level }: AdKind, row: AdRow): AdObjectFacts | undefined {
  const endpoint = AD_OBJECT_ENDPOINTS[family][level];
  const id = textIn(row, endpoint.id);
  if (id === null) return undefined;
  return {
    level,
    id,
    family,
    campaignId: level === 'campaign' ? null : textIn(row, 'campaign_id'),
    adGroupId: level === 'ad' ? textIn(row, 'adgroup_id') : null,
    name: textIn(row, endpoint.name),
    objective: textIn(row, 'objective_type'),
    operationStatus: operationStatusOf(row),
    secondaryStatus: textIn(row, 'secondary_status'),
    budgetMode: textIn(row, 'budget_mode'),
    budget: amountIn(row, 'budget'),
    data: row,
    createdAt: fromWireTime(row.create_time),
  };
}

/** The manual endpoints list Upgraded Smart+ objects as well. Corrections §3, “Compatibility”. */
export function isUpgradedSmartPlus(row: AdRow): boolean {
  const type = row.campaign_automation_type;
  return typeof type === 'string' && type.startsWith('UPGRADED_SMART_PLUS');
}

function operationStatusOf(row: AdRow): OperationStatus | null {
  const value = textIn(row, 'operation_status');
  return value !== null && OPERATION_STATUSES.has(value) ? (value as OperationStatus) : null;
}

function textIn(row: AdRow, field: string): string | null {
  const value = row[field];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** TikTok writes 0 where an object has no budget of its own. */
function amountIn(row: AdRow, field: string): string | null {
  const value = row[field];
  const isAmount = typeof value === 'number' || (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value));
  return isAmount && Number(value) > 0 ? String(value) : null;
}
