import { missing } from '../../wire/business-error.js';
import type { Params } from '../../wire/params.js';
import type { AdGroup } from '../ad-objects.js';

/** Objectives whose ads only run on TikTok, also when the placement is automatic. */
const ON_TIKTOK_ONLY = new Set(['REACH', 'RF_REACH', 'VIDEO_VIEWS', 'ENGAGEMENT', 'LEAD_GENERATION']);

/**
 * The placement of a new ad group. Chosen placements are a manual placement; with neither field, it is
 * automatic, as live answers have it.
 * @throws BusinessError 40002 when a manual placement names none
 */
export function readPlacement(params: Params): { placement_type: string } {
  const type = params.text('placement_type');
  const areChosen = params.has('placements');
  if (type === 'PLACEMENT_TYPE_NORMAL' && !areChosen) throw missing('placements');
  return { placement_type: type ?? (areChosen ? 'PLACEMENT_TYPE_NORMAL' : 'PLACEMENT_TYPE_AUTOMATIC') };
}

/** An automatic placement answers the placements that the objective allows, whatever was sent. */
export function shownPlacements(
  { fields }: AdGroup,
  objective = '',
): { placement_type: unknown; placements: unknown } {
  const { placement_type = 'PLACEMENT_TYPE_NORMAL', placements = [] } = fields;
  if (placement_type === 'PLACEMENT_TYPE_NORMAL') return { placement_type, placements };
  const allowed = ON_TIKTOK_ONLY.has(objective) ? [] : ['PLACEMENT_GLOBAL_APP_BUNDLE', 'PLACEMENT_PANGLE'];
  return { placement_type, placements: ['PLACEMENT_TIKTOK', ...allowed] };
}
