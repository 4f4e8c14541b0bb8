import type { AdvertiserCall } from '../wire/business-call.js';
import { BusinessError, invalidParam, notFound } from '../wire/business-error.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { requireAdGroup } from '../ads/adgroups/require-adgroup.js';
import type { Audience, PeopleSketch } from './audience.js';
import { requireCalculateType } from './customer-file.js';
import { startMatching } from './matching.js';
import { addAudience } from './new-audience.js';
import { EMPTY_SKETCH, subtract, unite } from './people-sketch.js';

const NAME_MAX = 128;
const FILES_MAX = 500;
const USES = ['audience_ids', 'excluded_audience_ids'] as const;
const SUB_TYPES = ['NORMAL', 'REACH_FREQUENCY'] as const;

const create = advertiserEndpoint({
  method: 'POST',
  path: '/dmp/custom_audience/create/',
  handle(call) {
    const { params, world } = call;
    const name = params.requireText('custom_audience_name', { min: 1, max: NAME_MAX });
    const calculateType = requireCalculateType(params);
    const subType = params.oneOf('audience_sub_type', SUB_TYPES) ?? 'NORMAL';
    const retentionDays = params.whole('retention_in_days', { min: 1, max: 365 });
    const people = readFiles(call, params.requireTexts('file_paths', { max: FILES_MAX }), calculateType);
    const isEnhanced = params.flag('audience_enhancement') ?? false;
    const made = { name, kind: 'file', subType, calculateType, retentionDays, isEnhanced } as const;
    const audience = addAudience(call, made);
    startMatching(world, audience, people, false);
    return { custom_audience_id: audience.id };
  },
});

const update = advertiserEndpoint({
  method: 'POST',
  path: '/dmp/custom_audience/update/',
  handle(call) {
    const { params, world, now } = call;
    const audience = requireAudience(call, params.requireText('custom_audience_id'));
    const name = params.text('custom_audience_name', { min: 1, max: NAME_MAX });
    const subType = params.oneOf('audience_sub_type', SUB_TYPES);
    const action = params.oneOf('action', ['APPEND', 'REMOVE', 'REPLACE']) ?? 'REPLACE';
    const paths = params.texts('file_paths', { min: 1, max: FILES_MAX });
    if (paths && audience.kind !== 'file') throw invalidParam('file_paths: Not a customer file audience.');
    const given = paths && readFiles(call, paths, audience.calculateType);
    if (name !== undefined) audience.name = name;
    if (subType !== undefined) audience.subType = subType;
    audience.isEnhanced = params.flag('audience_enhancement') ?? audience.isEnhanced;
    audience.history.push({ action: 'update', detail: paths ? action : 'details', at: now, message: '' });
    if (given) startMatching(world, audience, CHANGED[action](audience, given), true);
    return {};
  },
});

const CHANGED: Record<
  'APPEND' | 'REMOVE' | 'REPLACE',
  (audience: Audience, given: PeopleSketch) => PeopleSketch
> = {
  APPEND: (audience, given) => unite(audience.people, given),
  REMOVE: (audience, given) => subtract(audience.people, given),
  REPLACE: (_audience, given) => given,
};

const apply = advertiserEndpoint({
  method: 'POST',
  path: '/dmp/custom_audience/apply/',
  handle(call) {
    const { params, now } = call;
    const id = params.requireText('custom_audience_id');
    const adgroupIds = params.requireTexts('adgroup_ids');
    const isApply = params.requireOneOf('action_mode', ['Apply', 'Disconnect']) === 'Apply';
    const usageMode = isApply ? params.requireOneOf('usage_mode', ['Include', 'Exclude']) : 'Include';
    const audience = requireAudience(call, id);
    if (isApply && !audience.isValid)
      throw invalidParam(`custom_audience_id: Audience ${id} is not valid yet.`);
    const groups = adgroupIds.map((adgroupId) => requireAdGroup(call, adgroupId));
    for (const group of groups) {
      for (const key of ['audience_ids', 'excluded_audience_ids']) {
        const held = group.fields[key];
        const others = Array.isArray(held) ? held.filter((other) => other !== id) : [];
        const isTarget = isApply && (key === 'audience_ids') === (usageMode === 'Include');
        group.fields[key] = isTarget ? [...others, id] : others;
      }
      audience.applied = audience.applied.filter(({ adgroupId }) => adgroupId !== group.id);
      if (isApply) audience.applied.push({ adgroupId: group.id, usageMode, at: now });
    }
    return {};
  },
});

const remove = advertiserEndpoint({
  method: 'POST',
  path: '/dmp/custom_audience/delete/',
  handle(call) {
    const ids = call.params.requireTexts('custom_audience_ids', { max: 100 });
    const audiences = ids.map((id) => requireAudience(call, id));
    const used = audiences.find((audience) => isUsed(call, audience));
    if (used) throw new BusinessError(40_002, `Audience ${used.id} is in use and cannot be deleted.`);
    for (const { id } of audiences) call.tables.audiences.delete(id);
    return {};
  },
});

/** Upgraded Smart+ ad groups use audiences in their targeting. */
function isUsed({ tables, advertiser }: AdvertiserCall, { id, applied }: Audience): boolean {
  if (applied.length > 0) return true;
  return tables.adgroups
    .of(advertiser.id)
    .filter(({ isUsPlus, operationStatus }) => isUsPlus && operationStatus !== 'DELETE')
    .some(({ fields }) => USES.some((key) => (fields[key] as string[] | undefined)?.includes(id)));
}

/** @throws BusinessError 40007 */
export function requireAudience({ tables, advertiser }: AdvertiserCall, id: string): Audience {
  const audience = tables.audiences.getOf(advertiser.id, id);
  if (!audience) throw notFound(`Audience ${id} does not exist.`);
  return audience;
}

/** Everybody in the files, which must all be the advertiser's and of the type. */
function readFiles(call: AdvertiserCall, paths: readonly string[], calculateType: string): PeopleSketch {
  return paths.reduce((people, path) => {
    const file = call.tables.customerFiles.getOf(call.advertiser.id, path);
    if (!file) throw notFound(`file_paths: ${path} does not exist.`);
    if (file.calculateType !== calculateType)
      throw new BusinessError(40_909, `calculate_type: ${path} was uploaded as ${file.calculateType}.`);
    return unite(people, file.people);
  }, EMPTY_SKETCH);
}

export const AUDIENCE_WRITE_ENDPOINTS: readonly BusinessEndpoint[] = [create, update, apply, remove];
