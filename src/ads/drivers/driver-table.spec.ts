import { describe, expect, it } from '@jest/globals';
import { environmentSchema, type AdDriver } from '../../config/index.js';
import { driverFor } from './driver-table.js';

const { rows } = environmentSchema.parse({}).ADS_DRIVERS;
const BEFORE = new Date('2026-12-31T23:59:59Z');
const AFTER = new Date('2027-01-01T00:00:00Z');

/** Each row: objective, what may create it before and after the end of manual creates, without and with Smart+ writes. */
const TABLE: [string, allowed: boolean | null, before: AdDriver | null, after: AdDriver | null][] = [
  ['WEB_CONVERSIONS', true, 'us_plus', 'us_plus'],
  ['WEB_CONVERSIONS', null, 'us_plus', 'us_plus'],
  ['WEB_CONVERSIONS', false, 'manual', null],
  ['LEAD_GENERATION', true, 'us_plus', 'us_plus'],
  ['LEAD_GENERATION', false, 'manual', null],
  ['APP_PROMOTION', true, 'us_plus', 'us_plus'],
  ['APP_PROMOTION', false, 'manual', null],
  ['PRODUCT_SALES', true, 'manual', null],
  ['TRAFFIC', true, 'manual', null],
  ['REACH', true, 'manual', null],
  ['VIDEO_VIEWS', true, 'manual', null],
  ['ENGAGEMENT', false, 'manual', null],
];

describe('driverFor', () => {
  it.each(TABLE)('%s with Smart+ writes %s: %s, then %s', (objective, usPlusWrites, before, after) => {
    expect(driverFor(rows, objective, BEFORE, { usPlusWrites }).driver).toBe(before);
    expect(driverFor(rows, objective, AFTER, { usPlusWrites }).driver).toBe(after);
  });

  it('names the end and an alternative that works', () => {
    expect(driverFor(rows, 'PRODUCT_SALES', AFTER)).toEqual({
      driver: null,
      reason: 'objective_create_ended',
      message: expect.stringMatching(/since 2027-01-01 \(UTC\).*"catalogEnabled": true/),
      alternative: 'WEB_CONVERSIONS',
    });
    expect(driverFor(rows, 'REACH', AFTER)).toEqual({
      driver: null,
      reason: 'objective_create_ended',
      message: expect.stringMatching(/Ads Manager/),
    });
  });

  it('says that the account needs the allowlist', () => {
    const choice = driverFor(rows, 'WEB_CONVERSIONS', AFTER, { usPlusWrites: false });
    expect(choice).toMatchObject({
      reason: 'us_plus_not_allowed',
      message: expect.stringMatching(/allowlist/),
    });
  });

  it('lists the objectives if the objective is unknown', () => {
    const choice = driverFor(rows, 'RF_REACH', BEFORE);
    expect(choice).toMatchObject({ reason: 'objective_unknown', message: expect.stringMatching(/TRAFFIC/) });
  });

  it.each([
    'TRAFFIC',
    'TRAFFIC=auto',
    'TRAFFIC=manual:2027-02-30',
    'TRAFFIC=manual,TRAFFIC=us_plus',
    'x=manual',
  ])('is not configured as %s', (value) =>
    expect(environmentSchema.safeParse({ ADS_DRIVERS: value }).success).toBe(false),
  );

  it('reads an operator’s table, in which an objective may have no end', () => {
    const own = environmentSchema.parse({
      ADS_DRIVERS: 'TRAFFIC=manual, REACH=manual:2026-01-01',
    }).ADS_DRIVERS;
    expect(driverFor(own.rows, 'TRAFFIC', AFTER).driver).toBe('manual');
    expect(driverFor(own.rows, 'REACH', BEFORE).driver).toBeNull();
  });
});
