import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { InvalidInputError, validationPipe } from '../../common/index.js';
import { LaunchBodyDto } from './launch-body.dto.js';

const BODY = JSON.stringify({
  accountId: '7400000000000000001',
  name: 'Spring 2027',
  objective: 'WEB_CONVERSIONS',
  budget: { mode: 'daily', amount: '50.00' },
  schedule: { start: '2026-12-01T09:00:00+01:00', end: null },
  idempotencyKey: 'k-1',
  reason: 'spring launch',
  adGroups: [
    {
      name: 'US 25-34',
      optimizationGoal: 'CONVERT',
      pixelId: '7300000000000000001',
      optimizationEvent: 'SHOPPING',
      bid: { type: 'BID_TYPE_NO_BID' },
      targeting: {
        locationIds: ['6252001'],
        ageGroups: ['AGE_25_34'],
        audienceIds: [],
        excludedAudienceIds: [],
      },
      ads: [
        {
          name: 'A',
          identity: { type: 'TT_USER', id: 'i' },
          creative: { videoId: 'v', coverImageId: 'c' },
          text: 'New drop',
          callToAction: 'SHOP_NOW',
          landingPageUrl: 'https://shop.example/spring',
        },
      ],
    },
  ],
});

async function fieldsOf(json: string): Promise<string[]> {
  try {
    await validationPipe().transform(JSON.parse(json), { type: 'body', metatype: LaunchBodyDto });
    return [];
  } catch (error) {
    if (error instanceof InvalidInputError) return error.fields.map((f) => `${f.field}: ${f.message}`);
    throw error;
  }
}

describe('launch body', () => {
  it("accepts the issue's body", async () => expect(await fieldsOf(BODY)).toEqual([]));

  it('asks for text if an id is a number, in a field and in a list', async () => {
    const said = await fieldsOf(BODY.replace('"7400000000000000001"', '7400000000000000001'));
    expect(said).toEqual([expect.stringMatching(/^accountId: must be an id as text.* in quotes/)]);
    expect(await fieldsOf(BODY.replace('"6252001"', '6252001'))).toEqual([
      expect.stringMatching(/^adGroups\[0\]\.targeting\.locationIds: each item must be an id as text/),
    ]);
  });

  it.each([
    ['"50.00"', '50', /^budget\.amount: must be an amount as text/],
    ['"50.00"', '"5e1"', /^budget\.amount: must be an amount as text/],
    ['"50.00"', '"-5"', /^budget\.amount: must be an amount as text/],
    ['"daily"', '"weekly"', /^budget\.mode: must be one of/],
    ['T09:00:00+01:00', 'T09:00:00', /^schedule\.start: must be a time with a zone/],
    ['"BID_TYPE_NO_BID"', '"none"', /^adGroups\[0\]\.bid\.type: must be one of/],
    ['"WEB_CONVERSIONS"', '"web"', /^objective: must be a value of TikTok/],
    ['"TT_USER"', '"USER"', /^adGroups\[0\]\.ads\[0\]\.identity\.type: must be one of/],
    ['"videoId"', '"video_id"', /^adGroups\[0\]\.ads\[0\]\.creative\.video_id: is not a field/],
    ['"targeting":{', '"targeting":null,"x":{', /^adGroups\[0\]\.targeting: /],
  ])('names the field if %s becomes %s', async (right, wrong, message) => {
    expect(await fieldsOf(BODY.replace(right, wrong))).toContainEqual(expect.stringMatching(message));
  });
});
