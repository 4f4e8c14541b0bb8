import { invalidParam } from '../wire/business-error.js';

/** Refuses objects that only `/smart_plus/*` may change. Source: corrections §3. @throws BusinessError 40002 */
export function requireManual(
  row: { readonly id: string; readonly isUsPlus?: boolean; readonly smartPlusAdId?: string },
  level: 'Campaign' | 'Ad group' | 'Ad',
): void {
  if (row.isUsPlus || row.smartPlusAdId !== undefined)
    throw invalidParam(`${level} ${row.id} belongs to an Upgraded Smart+ Campaign. Use /smart_plus/*.`);
}
