import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { seedGroup } from '../testing/ads-fixture.js';
import { BusinessClient } from '../testing/business-client.js';
import { SmartPlusFixture } from '../testing/smart-plus-fixture.js';
import { countPeople, sketchOf, subtract, unite } from './people-sketch.js';

type Row = Record<string, unknown>;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const people = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => sha256(`person ${from + index}`));

describe('a sketch of people', () => {
  it('counts exactly as long as there are few, and closely when there are many', () => {
    const few = sketchOf([...people(0, 5_000), ...people(4_000, 6_000)]);
    expect(countPeople(few)).toBe(6_000);
    expect(countPeople(subtract(few, sketchOf(people(0, 1_000))))).toBe(5_000);
    const many = unite(sketchOf(people(0, 40_000)), sketchOf(people(30_000, 70_000)));
    expect(Math.abs(countPeople(many) - 70_000)).toBeLessThan(2_100);
  });
});

describe('custom audiences', () => {
  let client: BusinessClient;
  let token: string;
  let advertiser_id: string;
  beforeEach(async () => {
    client = await BusinessClient.start({ business: { audienceMatchRate: 1, audienceMatchMs: 60_000 } });
    const granted = await client.advertiserToken();
    token = granted.token;
    advertiser_id = granted.ids[0] ?? '';
  });
  afterEach(() => client.close());

  const upload = (lines: string[], more: Record<string, string> = {}) => {
    const text = lines.join('\n');
    return client.form(
      '/dmp/custom_audience/file/upload/',
      {
        advertiser_id,
        calculate_type: 'EMAIL_SHA256',
        file_signature: createHash('md5').update(text).digest('hex'),
        file: new File([text], 'people.csv'),
        ...more,
      },
      token,
    );
  };
  const post = (path: string, body: Row) => client.post(path, { advertiser_id, ...body }, token);
  const create = async (lines: string[]): Promise<string> => {
    const { data } = await upload(lines);
    const body = {
      custom_audience_name: 'a',
      calculate_type: 'EMAIL_SHA256',
      file_paths: [data['file_path']],
    };
    return String((await post('/dmp/custom_audience/create/', body)).data['custom_audience_id']);
  };
  const update = async (custom_audience_id: string, action: string, lines: string[]) => {
    const { data } = await upload(lines);
    await post('/dmp/custom_audience/update/', {
      custom_audience_id,
      action,
      file_paths: [data['file_path']],
    });
    await client.advance(60);
  };
  const details = async (id: string): Promise<Row> => {
    const query = { advertiser_id, custom_audience_ids: [id] };
    const { data } = await client.get<{ list: { audience_details: Row }[] }>(
      '/dmp/custom_audience/get/',
      query,
      token,
    );
    return data.list[0]?.audience_details ?? {};
  };

  const lookalike = (source_audience_id: string) =>
    post('/dmp/custom_audience/lookalike/create/', {
      custom_audience_name: 'like a',
      lookalike_spec: { source_audience_id, audience_size: 'NARROW', location_ids: ['6252001'] },
    });

  it.each([
    ['a wrong signature', { file_signature: 'f'.repeat(32) }, 40_900],
    ['an unknown type', { calculate_type: 'NAME' }, 40_909],
    ['no type', { calculate_type: '' }, 40_002],
    ['lines that are no MD5', { calculate_type: 'IDFA_MD5' }, 40_002],
    ['a PDF', { file_name: 'people.pdf' }, 40_908],
  ])('refuses a file with %s', async (_case, more, code) => {
    expect((await upload(people(0, 10), more)).code).toBe(code);
  });

  it('matches people after a while, and refuses an update that leaves fewer than 1,000', async () => {
    const id = await create(people(0, 1_500));
    expect(await details(id)).toMatchObject({ is_valid: false, cover_num: 0 });
    await client.advance(60);
    expect(await details(id)).toMatchObject({ is_valid: true, cover_num: 1_500 });
    await update(id, 'APPEND', people(1_000, 2_000));
    expect(await details(id)).toMatchObject({ cover_num: 2_000 });
    await update(id, 'REMOVE', people(0, 1_500));
    expect(await details(id)).toMatchObject({ cover_num: 2_000, error_msg: expect.stringContaining('1000') });
    await update(id, 'REPLACE', people(0, 1_200));
    expect(await details(id)).toMatchObject({ cover_num: 1_200, error_msg: '' });
  });

  it('takes hex digits of either case for the same person', async () => {
    const id = await create([...people(0, 1_000), ...people(500, 1_200).map((hash) => hash.toUpperCase())]);
    await client.advance(60);
    expect(await details(id)).toMatchObject({ cover_num: 1_200 });
  });

  it('is the source of lookalikes, which are the source of none', async () => {
    const id = await create(people(0, 1_200));
    await client.advance(60);
    const made = await lookalike(id);
    await client.advance(60);
    expect((await lookalike(String(made.data['custom_audience_id']))).code).toBe(40_002);
  });

  it('is applied to ad groups, and cannot be deleted while it is', async () => {
    const id = await create(people(0, 1_000));
    const fixture = await seedGroup(client, token, advertiser_id);
    const apply = (action_mode: string) =>
      post('/dmp/custom_audience/apply/', {
        custom_audience_id: id,
        adgroup_ids: [fixture.adgroupId],
        action_mode,
        usage_mode: 'Exclude',
      });
    expect((await apply('Apply')).code).toBe(40_002);
    await client.advance(60);
    expect((await apply('Apply')).code).toBe(0);
    const group = await fixture.read('/adgroup/get/', { adgroup_ids: [fixture.adgroupId] });
    expect(group).toMatchObject({ audience_ids: [], excluded_audience_ids: [id] });
    const remove = () => post('/dmp/custom_audience/delete/', { custom_audience_ids: [id] });
    expect((await remove()).code).toBe(40_002);
    await apply('Disconnect');
    expect((await remove()).code).toBe(0);
  });

  it('is used in the targeting of Upgraded Smart+, which an update replaces as a whole', async () => {
    const id = await create(people(0, 1_200));
    const smartPlus = await SmartPlusFixture.start(client, token, advertiser_id);
    const campaign = (await smartPlus.campaign()).data['campaign_id'];
    const location_ids = ['6252001'];
    const { data } = await smartPlus.adGroup(campaign, {
      targeting_spec: { location_ids, gender: 'GENDER_MALE', audience_ids: [id], audiences: [id] },
    });
    const group = { adgroup_id: data['adgroup_id'] };
    expect(data['targeting_spec']).toMatchObject({ gender: 'GENDER_MALE', audience_ids: [id] });
    expect(data['targeting_spec']).not.toHaveProperty('audiences');
    const apply = { custom_audience_id: id, adgroup_ids: [data['adgroup_id']], action_mode: 'Disconnect' };
    expect((await post('/dmp/custom_audience/apply/', apply)).code).toBe(40_002);
    const remove = () => post('/dmp/custom_audience/delete/', { custom_audience_ids: [id] });
    expect((await remove()).code).toBe(40_002);
    const emptied = { ...group, targeting_spec: { location_ids, excluded_audience_ids: [] } };
    const changed = (await smartPlus.post('/adgroup/update/', emptied)).data;
    expect(changed['targeting_spec']).not.toHaveProperty('gender');
    expect((await remove()).code).toBe(0);
  });

  it('answers the live keys of lists and details, and nothing for an update', async () => {
    const id = await create(people(0, 1_200));
    expect(id).toMatch(/^\d{9}$/);
    const body = { custom_audience_id: id, custom_audience_name: 'b', audience_enhancement: true };
    expect(await post('/dmp/custom_audience/update/', body)).toMatchObject({ code: 0, data: {} });
    expect((await post('/dmp/custom_audience/update/', body)).data).toEqual({});
    const listed = await client.get<{ list: Row[] }>('/dmp/custom_audience/list/', { advertiser_id }, token);
    const keys =
      `audience_id audience_type calculate_type cover_num create_time expired_time is_creator is_expiring
      is_valid name shared`.split(/\s+/);
    expect(Object.keys(listed.data.list[0] ?? {}).toSorted()).toEqual(keys);
    expect(await details(id)).toMatchObject({
      name: 'b',
      type: 'Customer File Audience',
      audience_enhancement: true,
      enhancement_status: null,
      lookalike_spec: null,
      is_auto_refresh: false,
    });
  });

  it('is shared with other ad accounts, which list it, until that is cancelled', async () => {
    const id = await create(people(0, 1_200));
    const other = (await client.advertiserToken()).ids[1] ?? '';
    const lists = async () => {
      const answer = await client.get<{ list: Row[] }>(
        '/dmp/custom_audience/list/',
        { advertiser_id: other },
        token,
      );
      return answer.data.list.map((row) => [row['audience_id'], row['is_creator']]);
    };
    const share = { custom_audience_ids: [id], shared_advertiser_ids: [other] };
    expect((await post('/dmp/custom_audience/share/', share)).data).toEqual({});
    expect(await lists()).toEqual([[id, false]]);
    const query = { advertiser_id, custom_audience_id: id };
    const log = await client.get<{ list: Row[] }>('/dmp/custom_audience/share/log/', query, token);
    expect(log.data.list).toEqual([expect.objectContaining({ shared_advertiser_id: other })]);
    const cancel = { custom_audience_id: id, shared_advertiser_id: other };
    expect((await post('/dmp/custom_audience/share/cancel/', cancel)).data).toEqual({});
    expect(await lists()).toEqual([]);
    expect((await post('/dmp/custom_audience/share/cancel/', cancel)).code).toBe(40_007);
  });

  it('updates lookalikes only', async () => {
    const id = await create(people(0, 1_200));
    const body = { custom_audience_ids: [id] };
    expect((await post('/dmp/custom_audience/lookalike/update/', body)).code).toBe(40_002);
  });

  it('streams people into a segment, each row one person', async () => {
    const long = 'n'.repeat(71);
    const { data } = await post('/segment/audience/', { custom_audience_name: long });
    const audience_ids = [data['audience_id']];
    const rows = people(0, 1_200).map((id) => [{ id, audience_ids }, {}]);
    const map = (batch_data: unknown[], more: Row = {}) =>
      client.post(
        '/segment/mapping/',
        { advertiser_ids: [advertiser_id], id_schema: ['email_sha256', 'PHONE_SHA256'], batch_data, ...more },
        token,
      );
    expect((await map(rows)).data).toEqual({});
    const upper = people(0, 100).map((id) => [{ id: id.toUpperCase(), audience_ids }, {}]);
    expect((await map(upper, { action: 'delete' })).code).toBe(0);
    await client.advance(60);
    expect(await details(String(data['audience_id']))).toMatchObject({
      cover_num: 1_100,
      name: `${'n'.repeat(67)}...`,
    });
    expect((await map([[{ id: 'ABC', audience_ids }, {}]])).code).toBe(40_002);
    expect((await map([[{}]])).code).toBe(40_002);
    expect((await map(rows, { id_schema: ['EMAIL_SHA256', 'EMAIL_SHA256'] })).code).toBe(40_002);
  });
});
