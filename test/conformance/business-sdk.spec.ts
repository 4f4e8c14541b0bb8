import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as sdk from 'tiktok-business-api-sdk-official';
import { APP, BusinessClient } from 'tiktok-sandbox/testing';
import { operation, path } from './sdk-caller.js';
import { pngOf } from './png.js';
import { servedPaths } from './served-paths.js';

type Row = Record<string, unknown>;
interface Page {
  readonly list: Row[];
  readonly page_info: { readonly total_number: number };
}

const md5 = (bytes: Buffer): string => createHash('md5').update(bytes).digest('hex');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

// The operations build on one another, in the order in which a connector would use them.
describe('every operation of the ads side, called through the official SDK', () => {
  let client: BusinessClient;
  let token: string;
  let advertiser: { advertiser_id: string };
  const made: Record<string, string> = {};

  beforeAll(async () => {
    client = await BusinessClient.start({
      rateLimits: false,
      business: { audienceMatchRate: 1, urlVideoMs: 0, seedAds: true, customIdentity: 'anywhere' },
      verifiedUrls: ['example.com'],
    });
    sdk.ApiClient.instance.basePath = client.sandbox.sandbox.url;
  });
  afterAll(() => client.close());

  it('authorizes an advertiser', async () => {
    const auth = new sdk.AuthenticationApi();
    const auth_code = (await client.advertiserConsent()).get('auth_code');
    const body = sdk.Oauth2AccessTokenBody.constructFromObject({ ...APP, auth_code });
    const tokens = await operation(auth, 'oauth2AccessToken', { body });
    token = String(tokens['access_token']);
    const ids = tokens['advertiser_ids'] as string[];
    advertiser = { advertiser_id: ids[0] ?? '' };
    made['otherAdvertiser'] = ids[1] ?? '';
    const granted = await operation<Page>(auth, 'oauth2AdvertiserGet', APP.app_id, APP.secret, token);
    expect(granted.list).toHaveLength(2);
    expect(await path('GET', '/user/info/', { token })).toHaveProperty('core_user_id');
    const info = await operation<Page>(new sdk.AccountManagementApi(), 'advertiserInfo', ids, token, {});
    expect(info.list[0]).toMatchObject({ advertiser_id: ids[0], currency: 'USD', status: 'STATUS_ENABLE' });
  });

  it('reads identities and regions', async () => {
    const identities = new sdk.IdentityApi();
    const body = sdk.IdentityCreateBody.constructFromObject({ ...advertiser, display_name: 'Brand' });
    const created = await operation(identities, 'identityCreate', token, { body });
    made['identity'] = String(created['identity_id']);
    const list = await operation(identities, 'identityGet', advertiser.advertiser_id, token, {});
    expect(list['identity_list']).toHaveLength(4);
    const one = { ...advertiser, identity_id: made['identity'] };
    const query = { ...one, identity_type: 'CUSTOMIZED_USER' };
    const info = await path('GET', '/identity/info/', { token, query });
    expect(info['identity_info']).toMatchObject({ display_name: 'Brand' });
    const spare = await path('POST', '/identity/create/', {
      token,
      body: { ...advertiser, display_name: 'Spare' },
    });
    await path('POST', '/identity/delete/', { token, body: { ...advertiser, ...spare } });
    const placements = ['PLACEMENT_TIKTOK'];
    const regions = await operation<{ region_info: Row[] }>(
      new sdk.ToolApi(),
      'toolRegion',
      advertiser.advertiser_id,
      placements,
      'TRAFFIC',
      token,
      {},
    );
    expect(regions.region_info[0]).toMatchObject({ location_id: '6252001', name: 'United States' });
  });

  it('uploads and reads creative files', async () => {
    const files = new sdk.FileApi();
    const id = advertiser.advertiser_id;
    const bytes = Buffer.alloc(300_000, 'v');
    const video = { ...advertiser, file_name: 'v.mp4', video_file: bytes, video_signature: md5(bytes) };
    const [uploaded] = await operation<Row[]>(files, 'adVideoUpload', token, video);
    made['video'] = String(uploaded?.['video_id']);
    const png = pngOf(720, 1280);
    const image = { ...advertiser, file_name: 'i.png', image_file: png, image_signature: md5(png) };
    const stored = await operation(files, 'adImageUpload', token, image);
    expect(stored).toMatchObject({ width: 720, height: 1280, format: 'png', signature: md5(png) });
    made['image'] = String(stored['image_id']);
    const infos = await operation<Page>(files, 'adVideoInfo', id, [made['video']], token);
    expect(infos.list[0]).toMatchObject({ file_name: 'v.mp4', size: bytes.length, signature: md5(bytes) });
    const images = await operation<Page>(files, 'fileImageAdInfo', id, [made['image']], token);
    expect(images.list[0]).toMatchObject({ image_id: made['image'] });
    const filtering = sdk.FilteringVideoAdSearch.constructFromObject({ video_ids: [made['video']] });
    const found = await operation<Page>(files, 'adVideoSearch', id, token, { filtering });
    expect(found.list).toHaveLength(1);
    const query = { ...advertiser };
    const pictures = await path<Page>('GET', '/file/image/ad/search/', { token, query });
    expect(pictures.list[0]).toMatchObject({ image_id: made['image'] });
    const covers = { ...query, video_id: made['video'], poster_number: 3 };
    const suggested = await path<Page>('GET', '/file/video/suggestcover/', { token, query: covers });
    expect(suggested.list).toHaveLength(3);
    const name = { ...query, file_name: 'v.mp4', file_type: 'VIDEO' };
    expect(await path('GET', '/file/name/check/', { token, query: name })).toMatchObject({ duplicate: true });
    const videoName = { ...query, video_id: made['video'], file_name: 'w.mp4' };
    await path('POST', '/file/video/ad/update/', { token, body: videoName });
    const imageName = { ...query, image_id: made['image'], file_name: 'j.png' };
    await path('POST', '/file/image/ad/update/', { token, body: imageName });
  });

  it('uploads temporary and chunked files, and music', async () => {
    const bytes = Buffer.alloc(5_000_000, 'c');
    const form = { ...advertiser, upload_type: 'FILE', content_type: 'video', name: 't.mp4' };
    const file = { ...form, file: bytes, signature: md5(bytes) };
    const kept = await path('POST', '/file/temporarily/upload/', { token, form: file });
    expect(kept['file_id']).toEqual(expect.any(String));
    const start = { ...advertiser, size: 20_000_000, name: 'big.mp4', content_type: 'video' };
    let next = await path<{ upload_id: string; start_offset: number; end_offset: number }>(
      'POST',
      '/file/start/upload/',
      { token, body: start },
    );
    const { upload_id } = next;
    while (next.start_offset < next.end_offset)
      next = await path('POST', '/file/transfer/upload/', {
        token,
        form: {
          ...advertiser,
          upload_id,
          start_offset: next.start_offset,
          file: bytes,
          signature: md5(bytes),
        },
      });
    const finished = await path('POST', '/file/finish/upload/', {
      token,
      body: { ...advertiser, upload_id },
    });
    const byId = { ...advertiser, upload_type: 'UPLOAD_BY_FILE_ID', file_id: finished['file_id'] };
    const [video] = await operation<Row[]>(new sdk.FileApi(), 'adVideoUpload', token, byId);
    expect(video).toMatchObject({ size: 20_000_000 });
    const music = { ...advertiser, music_file: bytes, music_signature: md5(bytes), file_name: 'm.mp3' };
    await path('POST', '/file/music/upload/', { token, form: music });
    const { musics } = await path<{ musics: Row[] }>('GET', '/file/music/get/', { token, query: advertiser });
    expect(musics[0]).toMatchObject({ sources: ['USER'] });
  });

  it('manages campaigns', async () => {
    const api = new sdk.CampaignCreationApi();
    const create = sdk.CampaignCreateBody.constructFromObject({
      ...advertiser,
      campaign_name: 'conformance',
      objective_type: 'TRAFFIC',
      budget_mode: 'BUDGET_MODE_INFINITE',
    });
    const campaign = await operation(api, 'campaignCreate', token, { body: create });
    made['campaign'] = String(campaign['campaign_id']);
    const filtering = sdk.FilteringCampaignGet.constructFromObject({ campaign_ids: [made['campaign']] });
    const read = await operation<Page>(api, 'campaignGet', advertiser.advertiser_id, token, { filtering });
    expect(read.list).toEqual([
      expect.objectContaining({ campaign_name: 'conformance', is_new_structure: true }),
    ]);
    const change = { ...advertiser, campaign_id: made['campaign'], campaign_name: 'renamed' };
    const body = sdk.CampaignUpdateBody.constructFromObject(change);
    expect(await operation(api, 'campaignUpdate', token, { body })).toMatchObject({
      campaign_name: 'renamed',
    });
    const status = { ...advertiser, campaign_ids: [made['campaign']], operation_status: 'ENABLE' };
    const statusBody = sdk.CampaignStatusUpdateBody.constructFromObject(status);
    expect(await operation(api, 'campaignStatusUpdate', token, { body: statusBody })).toMatchObject({
      campaign_ids: [made['campaign']],
      status: 'ENABLE',
    });
  });

  it('manages ad groups', async () => {
    const api = new sdk.AdgroupApi();
    const create = sdk.AdgroupCreateBody.constructFromObject({
      ...advertiser,
      campaign_id: made['campaign'],
      adgroup_name: 'conformance',
      promotion_type: 'WEBSITE',
      placement_type: 'PLACEMENT_TYPE_NORMAL',
      placements: ['PLACEMENT_TIKTOK'],
      location_ids: ['6252001'],
      billing_event: 'CPC',
      optimization_goal: 'CLICK',
      budget_mode: 'BUDGET_MODE_DAY',
      budget: 20,
      pacing: 'PACING_MODE_SMOOTH',
      schedule_type: 'SCHEDULE_FROM_NOW',
      schedule_start_time: new Date(Date.now()).toISOString().slice(0, 19).replace('T', ' '),
    });
    const group = await operation(api, 'adgroupCreate', token, { body: create });
    expect(group).toMatchObject({
      secondary_status: 'ADGROUP_STATUS_CREATE',
      category_id: '0',
      languages: [],
    });
    made['adgroup'] = String(group['adgroup_id']);
    const read = await operation<Page>(api, 'adgroupGet', advertiser.advertiser_id, token, {});
    expect(read.list[0]).toMatchObject({ adgroup_id: made['adgroup'] });
    const change = {
      ...advertiser,
      adgroup_id: made['adgroup'],
      adgroup_name: 'renamed',
      age_groups: ['AGE_18_24'],
    };
    const body = sdk.AdgroupUpdateBody.constructFromObject(change);
    expect(await operation(api, 'adgroupUpdate', token, { body })).toMatchObject({
      adgroup_name: 'renamed',
      age_groups: ['AGE_18_24'],
    });
    const status = { ...advertiser, adgroup_ids: [made['adgroup']], operation_status: 'ENABLE' };
    const statusBody = sdk.AdgroupStatusUpdateBody.constructFromObject(status);
    expect(await operation(api, 'adgroupStatusUpdate', token, { body: statusBody })).toMatchObject({
      status: 'ENABLE',
    });
    const budget = { ...advertiser, budget: [{ adgroup_id: made['adgroup'], budget: 40 }] };
    await path('POST', '/adgroup/budget/update/', { token, body: budget });
    expect(await operation(api, 'adgroupQuota', advertiser.advertiser_id, token)).toMatchObject({
      total_adgroup_quota: 5000,
    });
  });

  it('manages ads', async () => {
    const api = new sdk.AdApi();
    const creative = {
      ad_name: 'conformance',
      ad_format: 'SINGLE_VIDEO',
      identity_type: 'CUSTOMIZED_USER',
      identity_id: made['identity'],
      video_id: made['video'],
      image_ids: [made['image']],
      ad_text: 'See what is new',
      call_to_action: 'SHOP_NOW',
      landing_page_url: 'https://shop.example.com/',
    };
    const place = { ...advertiser, adgroup_id: made['adgroup'] };
    const body = sdk.AdCreateBody.constructFromObject({ ...place, creatives: [creative] });
    const created = await operation<{ ad_ids: string[]; creatives: Row[] }>(api, 'adCreate', token, { body });
    expect(created.creatives[0]).toMatchObject({
      tracking_pixel_id: 0,
      display_name: 'Brand',
      is_aco: false,
    });
    const ad_id = created.ad_ids[0] ?? '';
    const patch = { ...place, patch_update: true, creatives: [{ ad_id, ad_name: 'renamed' }] };
    const update = sdk.AdUpdateBody.constructFromObject(patch);
    expect(await operation(api, 'adUpdate', token, { body: update })).toMatchObject({ ad_ids: [ad_id] });
    const status = { ...advertiser, ad_ids: [ad_id], operation_status: 'ENABLE' };
    const statusBody = sdk.AdStatusUpdateBody.constructFromObject(status);
    await operation(api, 'adStatusUpdate', token, { body: statusBody });
    await client.advance(5);
    const filtering = sdk.FilteringAdGet.constructFromObject({ ad_ids: [ad_id] });
    const read = await operation<Page>(api, 'adGet', advertiser.advertiser_id, token, { filtering });
    expect(read.list[0]).toMatchObject({ ad_name: 'renamed', secondary_status: 'AD_STATUS_DELIVERY_OK' });
    const query = { ...advertiser, ad_ids: [ad_id] };
    expect(await path('GET', '/ad/review_info/', { token, query })).toHaveProperty('ad_review_map');
    const adgroup_id = made['adgroup'] ?? '';
    const groups = { ...advertiser, adgroup_ids: [adgroup_id] };
    expect(await path('GET', '/adgroup/review_info/', { token, query: groups })).toMatchObject({
      ad_group_review_map: { [adgroup_id]: { review_status: 'ALL_AVAILABLE' } },
      ad_review_map: { [adgroup_id]: { [ad_id]: { is_approved: true } } },
    });
  });

  it('reads reports', async () => {
    const api = new sdk.ReportingApi();
    const range = { start_date: '2026-10-01', end_date: '2026-10-02' };
    const ask = {
      ...advertiser,
      ...range,
      data_level: 'AUCTION_CAMPAIGN',
      dimensions: ['campaign_id', 'stat_time_day'],
    };
    const condition = { field_name: 'objective_type', filter_type: 'IN', filter_value: '["TRAFFIC"]' };
    const filtering = [condition];
    const report = await operation<{ list: { metrics: Row }[] }>(api, 'reportIntegratedGet', 'BASIC', token, {
      ...ask,
      metrics: ['spend', 'campaign_name'],
      filtering,
    });
    expect(report.list).toHaveLength(2);
    expect(report.list[0]?.metrics).toEqual({
      spend: expect.stringMatching(/^\d+\.\d\d$/),
      campaign_name: 'Always on',
    });
    const body = sdk.ReportTaskCreateBody.constructFromObject({
      ...ask,
      report_type: 'BASIC',
      output_format: 'CSV_DOWNLOAD',
    });
    const task = await operation(api, 'reportTaskCreate', token, { body });
    const id = String(task['task_id']);
    expect(await operation(api, 'reportTaskCheck', id, advertiser.advertiser_id, token)).toMatchObject({
      status: 'QUEUING',
    });
    await client.advance(60);
    const query = { ...advertiser, task_id: id };
    const ready = await path('GET', '/report/task/download/', { token, query });
    expect(ready).toMatchObject({ download_url: expect.stringContaining('http') });
    const other = await operation(api, 'reportTaskCreate', token, { body });
    const cancel = sdk.TaskCancelBody.constructFromObject({ ...advertiser, task_id: other['task_id'] });
    await operation(api, 'reportTaskCancel', token, { body: cancel });
  });

  it('builds audiences', async () => {
    const api = new sdk.AudienceApi();
    const id = advertiser.advertiser_id;
    const lines = Buffer.from(Array.from({ length: 2000 }, (_, index) => sha256(`p${index}`)).join('\n'));
    const file = {
      ...advertiser,
      file: lines,
      file_name: 'p.csv',
      file_signature: md5(lines),
      calculate_type: 'EMAIL_SHA256',
    };
    const { file_path } = await operation(api, 'dmpCustomAudienceFileUpload', token, file);
    const body = sdk.CustomAudienceCreateBody.constructFromObject({
      ...advertiser,
      custom_audience_name: 'customers',
      file_paths: [file_path],
      calculate_type: 'EMAIL_SHA256',
    });
    const { custom_audience_id } = await operation(api, 'dmpCustomAudienceCreate', token, { body });
    const one = { ...advertiser, custom_audience_id };
    await client.advance(60);
    const list = await operation<Page>(api, 'dmpCustomAudienceList', id, token, {
      custom_audience_ids: [custom_audience_id],
    });
    expect(list.list[0]).toMatchObject({
      is_valid: true,
      cover_num: 2000,
      audience_type: 'Customer File Audience',
    });
    const append = { ...one, file_paths: [file_path], action: 'APPEND' };
    const update = sdk.CustomAudienceUpdateBody.constructFromObject(append);
    await operation(api, 'dmpCustomAudienceUpdate', token, { body: update });
    const details = await operation<Page>(api, 'dmpCustomAudienceGet', id, [custom_audience_id], token, {});
    expect(details.list[0]?.['audience_history']).toHaveLength(2);
    const use = { ...one, adgroup_ids: [made['adgroup']], action_mode: 'Apply', usage_mode: 'Include' };
    await operation(api, 'dmpCustomAudienceApply', token, {
      body: sdk.CustomAudienceApplyBody.constructFromObject(use),
    });
    const log = await operation<Page>(api, 'dmpCustomAudienceApplyLog', id, [custom_audience_id], token, {});
    expect(log.list[0]).toMatchObject({ adgroup_id: made['adgroup'], usage_mode: 'Include' });
    const spec = {
      source_audience_id: custom_audience_id,
      audience_size: 'NARROW',
      location_ids: ['6252001'],
    };
    const like = {
      ...advertiser,
      custom_audience_name: 'like',
      lookalike_spec: { ...spec, include_source: false },
    };
    const likeBody = sdk.LookalikeCreateBody.constructFromObject(like);
    const lookalike = await operation(api, 'dmpCustomAudienceLookalikeCreate', token, { body: likeBody });
    const again = { ...advertiser, custom_audience_ids: [lookalike['custom_audience_id']] };
    await operation(api, 'dmpCustomAudienceLookalikeUpdate', token, {
      body: sdk.LookalikeUpdateBody.constructFromObject(again),
    });
    const other = made['otherAdvertiser'] ?? '';
    const share = {
      ...advertiser,
      custom_audience_ids: [custom_audience_id],
      shared_advertiser_ids: [other],
    };
    await operation(api, 'dmpCustomAudienceShare', token, {
      body: sdk.CustomAudienceShareBody.constructFromObject(share),
    });
    const audienceId = String(custom_audience_id);
    const shared = await operation<Page>(api, 'dmpCustomAudienceShareLog', id, audienceId, token, {});
    expect(shared.list[0]).toMatchObject({ shared_advertiser_id: other });
    await operation(api, 'dmpCustomAudienceShareCancel', token, {
      body: sdk.ShareCancelBody.constructFromObject({ ...one, shared_advertiser_id: other }),
    });
    const gone = { ...advertiser, custom_audience_ids: [lookalike['custom_audience_id']] };
    await operation(api, 'dmpCustomAudienceDelete', token, {
      body: sdk.CustomAudienceDeleteBody.constructFromObject(gone),
    });
    const segment = await path('POST', '/segment/audience/', {
      token,
      body: { ...advertiser, custom_audience_name: 's' },
    });
    const batch_data = [[{ id: sha256('a'), audience_ids: [segment['audience_id']] }]];
    const stream = { advertiser_ids: [id], id_schema: ['email_sha256'], batch_data };
    await path('POST', '/segment/mapping/', { token, body: stream });
  });

  it('has called every operation', async () => {
    const { json } = await client.control<{ calls: Record<string, number> }>('/counters', {}, 'GET');
    expect(servedPaths('ads').filter((name) => !(name in json.calls))).toEqual([]);
  });
});
