import { grantedAdvertiser } from '../wire/admission.js';
import { invalidParam, notFound } from '../wire/business-error.js';
import { advertiserEndpoint, type BusinessEndpoint, grantedEndpoint } from '../wire/endpoint.js';
import { isObject } from '../../open-api/api-call.js';
import { startMatching } from './matching.js';
import { addAudience } from './new-audience.js';
import { sketchOf, subtract, unite } from './people-sketch.js';

const NAME_SHOWN = 70;
const SCHEMAS = [
  'EMAIL_SHA256',
  'PHONE_SHA256',
  'IDFA_MD5',
  'IDFA_SHA256',
  'AAID_MD5',
  'AAID_SHA256',
] as const;

/** An audience to stream people into. Source: business reference §8. */
const segmentAudience = advertiserEndpoint({
  method: 'POST',
  path: '/segment/audience/',
  handle(call) {
    const { params, tables, advertiser } = call;
    if (params.oneOf('action', ['create', 'delete']) === 'delete') {
      const id = params.requireText('delete_audience_id');
      if (!tables.audiences.getOf(advertiser.id, id)) throw notFound(`Audience ${id} does not exist.`);
      tables.audiences.delete(id);
      return { audience_id: id };
    }
    const text = params.requireText('custom_audience_name');
    const name = text.length > NAME_SHOWN ? `${text.slice(0, NAME_SHOWN - 3)}...` : text;
    const made = { name, kind: 'stream', subType: 'NORMAL', calculateType: 'MULTIPLE_TYPES' } as const;
    return { audience_id: addAudience(call, made).id };
  },
});

/** Each row is one person; its columns follow `id_schema`, and `{}` is a missing id. */
const segmentMapping = grantedEndpoint({
  method: 'POST',
  path: '/segment/mapping/',
  handle(call) {
    const { params, tables, world } = call;
    const advertisers = params
      .requireTexts('advertiser_ids')
      .map((id) => grantedAdvertiser(call, call.grant, id));
    const isAdd = (params.oneOf('action', ['add', 'delete']) ?? 'add') === 'add';
    const schema = readSchema(params.requireTexts('id_schema', { max: SCHEMAS.length }));
    const people = peopleByAudience(params.list('batch_data', { min: 1 }) ?? [], schema);
    for (const id of people.keys())
      if (!advertisers.some((advertiser) => tables.audiences.getOf(advertiser.id, id)))
        throw notFound(`Audience ${id} does not exist.`);
    for (const [id, identifiers] of people) {
      const audience = tables.audiences.get(id);
      if (!audience) continue;
      const before = audience.pending?.people ?? audience.people;
      const given = sketchOf(identifiers);
      startMatching(world, audience, isAdd ? unite(before, given) : subtract(before, given), false);
    }
    return {};
  },
});

function readSchema(given: readonly string[]): string[] {
  const schema = given.map((name) => name.toUpperCase());
  const unknown = schema.find((name) => !(SCHEMAS as readonly string[]).includes(name));
  if (unknown !== undefined) throw invalidParam(`id_schema: ${unknown} is not supported.`);
  if (new Set(schema).size < schema.length) throw invalidParam('id_schema: Must not repeat.');
  return schema;
}

/** One identifier stands for the person of a row, so that the same person counts once. */
function peopleByAudience(rows: readonly unknown[], schema: readonly string[]): Map<string, string[]> {
  const people = new Map<string, string[]>();
  rows.forEach((row, index) => {
    if (!Array.isArray(row) || row.length !== schema.length)
      throw invalidParam(`batch_data.${index}: Must have ${schema.length} columns.`);
    const cells = row.map((cell: unknown, column) => readCell(cell, schema[column] ?? '', index));
    const person = cells.find(({ id }) => id !== '');
    for (const audienceId of new Set(cells.flatMap(({ audienceIds }) => audienceIds)))
      append(people, audienceId, person?.id ?? '');
  });
  return people;
}

function append(people: Map<string, string[]>, audienceId: string, id: string): void {
  const list = people.get(audienceId);
  if (list) list.push(id);
  else people.set(audienceId, [id]);
}

function readCell(cell: unknown, schema: string, row: number): { id: string; audienceIds: string[] } {
  if (!isObject(cell)) throw invalidParam(`batch_data.${row}: Not a valid object.`);
  const { id, audience_ids: audienceIds } = cell;
  if (id === undefined) return { id: '', audienceIds: [] };
  const length = schema.endsWith('MD5') ? 32 : 64;
  if (typeof id !== 'string' || !new RegExp(`^[0-9a-f]{${length}}$`, 'i').test(id))
    throw invalidParam(`batch_data.${row}: ${schema} must be ${length} hex digits.`);
  if (!Array.isArray(audienceIds) || !audienceIds.every((one) => typeof one === 'string'))
    throw invalidParam(`batch_data.${row}: audience_ids must be a list of strings.`);
  return { id: id.toLowerCase(), audienceIds };
}

export const SEGMENT_ENDPOINTS: readonly BusinessEndpoint[] = [segmentAudience, segmentMapping];
