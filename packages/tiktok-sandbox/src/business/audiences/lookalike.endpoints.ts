import { invalidParam, missing } from '../wire/business-error.js';
import { advertiserEndpoint, type BusinessEndpoint } from '../wire/endpoint.js';
import { requireAudience } from './audience-write.endpoints.js';
import { awaitMatching } from './matching.js';
import { addAudience } from './new-audience.js';

const LEAST_SOURCE = 100;
const SIZES = ['NARROW', 'BALANCED', 'BROAD'] as const;

const create = advertiserEndpoint({
  method: 'POST',
  path: '/dmp/custom_audience/lookalike/create/',
  handle(call) {
    const { params, world, settings, now } = call;
    const name = params.requireText('custom_audience_name', { min: 1, max: 128 });
    const spec = params.object('lookalike_spec');
    if (!spec) throw missing('lookalike_spec');
    const size = spec.requireOneOf('audience_size', SIZES);
    spec.flag('include_source');
    spec.requireTexts('location_ids');
    const source = requireAudience(call, spec.requireText('source_audience_id'));
    if (source.lookalike !== null)
      throw invalidParam('source_audience_id: A lookalike audience cannot be the source of another.');
    if (source.coverNumber < LEAST_SOURCE)
      throw invalidParam(`source_audience_id: At least ${LEAST_SOURCE} matched people are needed.`);
    const audience = addAudience(call, {
      name,
      kind: 'lookalike',
      subType: 'NORMAL',
      calculateType: '',
      lookalike: { ...spec.values, audience_size: size },
    });
    audience.matchEndsAt = now + settings.audienceMatchMs;
    awaitMatching(world, audience, audience.matchEndsAt);
    return { custom_audience_id: audience.id };
  },
});

/** Lookalikes are made again from their sources. */
const update = advertiserEndpoint({
  method: 'POST',
  path: '/dmp/custom_audience/lookalike/update/',
  handle(call) {
    const { params, world, settings, now } = call;
    const audiences = params
      .requireTexts('custom_audience_ids', { max: 100 })
      .map((id) => requireAudience(call, id));
    const other = audiences.find(({ lookalike }) => lookalike === null);
    if (other) throw invalidParam(`custom_audience_ids: ${other.id} is no lookalike audience.`);
    for (const audience of audiences) {
      audience.matchEndsAt = now + settings.audienceMatchMs;
      awaitMatching(world, audience, audience.matchEndsAt);
    }
    return {};
  },
});

export const LOOKALIKE_ENDPOINTS: readonly BusinessEndpoint[] = [create, update];
