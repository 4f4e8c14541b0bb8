import { SPECIAL_INDUSTRIES } from '../ads/enums.js';
import { invalidParam } from '../wire/business-error.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import type { Params } from '../wire/params.js';
import { ACTION_CATEGORIES, type Category, INTEREST_CATEGORIES } from './categories.js';
import { DEVICES, OS_TYPES, OS_VERSIONS } from './devices.js';
import { LANGUAGES } from './languages.js';

const language = advertiserEndpoint({
  method: 'GET',
  path: '/tool/language/',
  handle: () => ({ languages: LANGUAGES.map(([code, name]) => ({ code, name })) }),
});

const interestCategory = advertiserEndpoint({
  method: 'GET',
  path: '/tool/interest_category/',
  handle({ params }) {
    params.whole('version', { min: 1, max: 2 });
    params.texts('placements');
    return {
      interest_categories: allowed(params, INTEREST_CATEGORIES).map((one) => ({
        interest_category_id: one.id,
        interest_category_name: one.name,
        level: one.level,
        sub_category_ids: one.subIds,
        special_industries: industriesOf(one),
        placements: [],
      })),
    };
  },
});

const actionCategory = advertiserEndpoint({
  method: 'GET',
  path: '/tool/action_category/',
  handle: ({ params }) => ({
    action_categories: allowed(params, ACTION_CATEGORIES).map((one) => ({
      action_category_id: one.id,
      name: one.name,
      description: '',
      level: one.level,
      sub_category_ids: one.subIds,
      special_industries: industriesOf(one),
      action_scene: 'VIDEO_RELATED',
    })),
  }),
});

const osVersion = advertiserEndpoint({
  method: 'GET',
  path: '/tool/os_version/',
  handle({ params }) {
    const type = params.requireOneOf('os_type', OS_TYPES);
    return {
      os_versions: OS_VERSIONS[type].map(([id, version]) => ({
        os_id: id,
        os_type: type,
        version,
        name: `${type === 'IOS' ? 'iOS' : 'Android'} ${version}`,
      })),
    };
  },
});

const deviceModel = advertiserEndpoint({
  method: 'GET',
  path: '/tool/device_model/',
  handle: () => ({
    device_models: DEVICES.map(({ id, name, level, os, childIds }) => ({
      device_model_id: id,
      device_model_name: name,
      level,
      os_type: os,
      child_device_ids: childIds,
      is_active: true,
    })),
  }),
});

/** Ads of special categories may use the first level only. */
function industriesOf({ level }: Category): readonly string[] {
  return level === 1 ? SPECIAL_INDUSTRIES : [];
}

function allowed(params: Params, all: readonly Category[]): readonly Category[] {
  const industries = params.texts('special_industries') ?? [];
  const unknown = industries.find((name) => !(SPECIAL_INDUSTRIES as readonly string[]).includes(name));
  if (unknown !== undefined) throw invalidParam(`special_industries: ${unknown} is not a valid value.`);
  return industries.length === 0 ? all : all.filter((one) => industriesOf(one).length > 0);
}

export const TARGETING_ENDPOINTS: readonly BusinessEndpoint[] = [
  language,
  interestCategory,
  actionCategory,
  osVersion,
  deviceModel,
];
