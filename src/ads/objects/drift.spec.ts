import { describe, expect, it } from '@jest/globals';
import type { AdKind } from '../../tiktok/index.js';
import { changedFields } from './drift.js';

const GROUP: AdKind = { family: 'manual', level: 'ad_group' };
const BEFORE = {
  adgroup_name: 'US',
  operation_status: 'ENABLE',
  budget: 50,
  bid_price: 1.5,
  schedule_end_time: '2026-12-31 00:00:00',
  secondary_status: 'ADGROUP_STATUS_DELIVERY_OK',
};

describe('changedFields', () => {
  it.each([
    ['operation_status', 'DISABLE'],
    ['operation_status', 'DELETE'],
    ['adgroup_name', 'Canada'],
    ['budget', 60],
    ['bid_price', 2],
    ['schedule_end_time', '2027-01-31 00:00:00'],
  ])('finds another %s', (field, value) => {
    expect(changedFields(GROUP, BEFORE, { ...BEFORE, [field]: value })).toEqual([field]);
  });

  it.each([
    ['what only TikTok decides', { secondary_status: 'ADGROUP_STATUS_AUDIT' }],
    ['the same amount written otherwise', { budget: '50.00' }],
    ['a value that TikTok leaves out', { bid_price: null }],
    ['a status that is not a decision of a user', { operation_status: 'FROZEN' }],
  ])('ignores %s', (_, changed) => {
    expect(changedFields(GROUP, BEFORE, { ...BEFORE, ...changed })).toEqual([]);
  });
});
