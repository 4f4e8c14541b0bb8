import { OBJECTIVE_TYPES, PLACEMENTS } from '../ads/enums.js';
import { invalidParam } from '../wire/business-error.js';
import { advertiserEndpoint } from '../wire/endpoint.js';
import { REGIONS } from './regions.js';

const LEVEL_RANGES = ['ALL', 'TO_COUNTRY', 'TO_PROVINCE', 'TO_CITY', 'TO_DISTRICT'] as const;

/** Supplies `location_ids`. Source: business reference §2 (shape by third parties). */
export const toolRegion = advertiserEndpoint({
  method: 'GET',
  path: '/tool/region/',
  handle({ params }) {
    const placements = params.requireTexts('placements');
    const unknown = placements.find((name) => !(PLACEMENTS as readonly string[]).includes(name));
    if (unknown !== undefined) throw invalidParam(`placements: ${unknown} is not a valid placement.`);
    params.requireOneOf('objective_type', OBJECTIVE_TYPES);
    const range = params.oneOf('level_range', LEVEL_RANGES) ?? 'ALL';
    const regions = REGIONS.filter((region) => range !== 'TO_COUNTRY' || region.level === 'COUNTRY');
    return {
      region_info: regions.map((region) => ({
        location_id: region.id,
        name: region.name,
        parent_id: region.parentId,
        region_code: region.code,
        level: region.level,
        country_code: region.code,
        area_type: 'ADMIN',
        next_level_ids: REGIONS.filter(({ parentId }) => parentId === region.id).map(({ id }) => id),
        support_below_18: true,
      })),
      region_list: REGIONS.filter(({ level }) => level === 'COUNTRY').map(({ code }) => code),
    };
  },
});
