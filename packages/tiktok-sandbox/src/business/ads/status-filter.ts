import { PRIMARY_STATUSES } from './enums.js';
import { invalidParam } from '../wire/business-error.js';
import type { Params } from '../wire/params.js';

/** Statuses that answers have and filters may not name. Source: corrections §2b. */
const UNFILTERABLE =
  /REVIEW_PARTIALLY_APPROVED$|TRANSCODING_FAIL$|ASSET_AUTHORIZATION_LOST$|QUOTA_LIMIT$|PRE_ONLINE$/;

type PrimaryStatus = (typeof PRIMARY_STATUSES)[number];

/** Which of the coarse filters a `secondary_status` falls under. */
export function matchesPrimary(primary: PrimaryStatus, secondary: string): boolean {
  const isDeleted = secondary.endsWith('_DELETE');
  switch (primary) {
    case 'STATUS_ALL':
      return true;
    case 'STATUS_NOT_DELETE':
      return !isDeleted;
    case 'STATUS_DELETE':
      return isDeleted;
    case 'STATUS_DELIVERY_OK':
      return /DELIVERY_OK$|REVIEW_PARTIALLY_APPROVED$|^CAMPAIGN_STATUS_ENABLE$/.test(secondary);
    case 'STATUS_DISABLE':
      return secondary.endsWith('_DISABLE');
    case 'STATUS_TIME_DONE':
      return secondary.endsWith('_DONE');
    case 'STATUS_NOT_DELIVERY':
      return (
        !isDeleted &&
        !['STATUS_DELIVERY_OK', 'STATUS_DISABLE', 'STATUS_TIME_DONE'].some((other) =>
          matchesPrimary(other as PrimaryStatus, secondary),
        )
      );
    default:
      // Frozen, closed and partly delivering objects do not occur in the sandbox.
      return false;
  }
}

/** Reads the status filters; deleted rows are hidden unless one asks for them. @throws BusinessError 40002 */
export function statusFilter(filtering: Params | undefined): (secondary: string) => boolean {
  const primary = filtering?.oneOf('primary_status', PRIMARY_STATUSES);
  const wanted = filtering?.text('secondary_status');
  if (wanted !== undefined && UNFILTERABLE.test(wanted))
    throw invalidParam(`secondary_status: ${wanted} is not supported as a filter.`);
  if (wanted === undefined) return (secondary) => matchesPrimary(primary ?? 'STATUS_NOT_DELETE', secondary);
  return (secondary) => {
    if (primary !== undefined && !matchesPrimary(primary, secondary)) return false;
    if (wanted.endsWith('_ALL')) return true;
    return wanted.endsWith('_NOT_DELETE') ? !secondary.endsWith('_DELETE') : secondary === wanted;
  };
}
