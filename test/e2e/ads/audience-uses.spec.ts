import { describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '../../support/api-client.js';
import { useConnector } from '../../support/connector.js';
import { AdsAccount, WITH_ADS } from '../../support/given/ads-account.js';
import { createAudience, customers, sendFile, untilDone } from '../../support/given/audiences.js';

const connector = useConnector({
  ...WITH_ADS,
  environment: { ...WITH_ADS.environment, ADS_SETTLE_SECONDS: '1' },
  sandbox: { business: { ...WITH_ADS.sandbox?.business, audienceMatchMs: 200 } },
});
const APPLY = 'POST /open_api/v1.3/dmp/custom_audience/apply/';

describe('POST /api/ads/audiences/:id/apply', () => {
  it('uses an audience in a manual ad group once, and disconnects it before it is deleted', async () => {
    const ads = await AdsAccount.connect(connector());
    const { api, accountId } = ads;
    const { body: audience } = await createAudience(api, accountId);
    const path = `/api/ads/audiences/${audience.id}`;
    const groups = await ads.list('ad-groups', '&live=true');
    const manual = groups.find(({ family }) => family === 'manual')?.id ?? '';

    const early = await api.post<ProblemBody>(`${path}/apply`, { adGroupIds: [manual], mode: 'include' });
    expect([early.status, early.body.code]).toEqual([409, 'audience_not_at_tiktok']);

    await sendFile(api, audience.id, 'append', customers(2000));
    const { tiktokId } = await untilDone(api, audience.id);
    await connector().sandbox.fault({ match: APPLY, kind: 'lost_response', times: 1 });
    const applied = await api.post(`${path}/apply`, { adGroupIds: [manual], mode: 'exclude' });
    expect([applied.status, applied.body]).toMatchObject([202, { action: 'apply', adGroupIds: [manual] }]);
    expect((await untilDone(api, audience.id)).uploads[0]).toMatchObject({ action: 'apply', state: 'done' });
    expect(await connector().sandbox.calls(APPLY)).toBe(1);
    await ads.list('ad-groups', '&live=true');
    expect((await ads.read('ad-groups', manual)).data.excluded_audience_ids).toEqual([tiktokId]);

    await api.delete(path);
    expect((await untilDone(api, audience.id)).uploads[0]).toMatchObject({
      action: 'delete',
      state: 'failed',
    });
    await api.post(`${path}/apply`, { adGroupIds: [manual], mode: 'disconnect' });
    await untilDone(api, audience.id);
    await api.delete(path);
    expect((await untilDone(api, audience.id)).uploads[0]).toMatchObject({ action: 'delete', state: 'done' });
  });

  it('refuses unknown ad groups, and those of Upgraded Smart+ campaigns', async () => {
    const ads = await AdsAccount.connect(connector());
    const { api, accountId, organisationId } = ads;
    const { body: audience } = await createAudience(api, accountId);
    await connector().database.query(
      `UPDATE ad_audiences SET tiktok_id = '1', is_valid = true, as_of = now() WHERE id = $1`,
      [audience.id],
    );
    await connector().database.query(
      `INSERT INTO ad_objects (organisation_id, account_id, level, id, family, data, as_of)
       VALUES ($1, $2, 'ad_group', '777', 'us_plus', '{}', now())`,
      [organisationId, accountId],
    );
    const path = `/api/ads/audiences/${audience.id}/apply`;
    const upgraded = await api.post<ProblemBody>(path, { adGroupIds: ['777'], mode: 'include' });
    expect([upgraded.status, upgraded.body.code]).toEqual([409, 'audience_us_plus_ad_group']);
    const unknown = await api.post<ProblemBody>(path, { adGroupIds: ['1788000000000009'], mode: 'include' });
    expect([unknown.status, unknown.body.code]).toEqual([404, 'ad_group_not_found']);
  });
});
