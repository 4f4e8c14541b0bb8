import { describe, expect, it } from '@jest/globals';
import type { AdKind } from '../../tiktok/index.js';
import type { Drift } from '../objects/drift.js';
import { isExplained, type JournalEntry, type Known } from './drift-explanation.js';

const GROUP: AdKind = { family: 'us_plus', level: 'ad_group' };
const PAUSED: Drift = drift({ operation_status: 'ENABLE' }, { operation_status: 'DISABLE' });

function drift(before: object, after: object): Drift {
  const ids = { id: '2', name: 'US', campaignId: '1', adGroupId: null };
  return { ...ids, copiedAt: new Date(0), before: { ...before }, after: { ...after } };
}

function entry(body: object, more: Partial<JournalEntry> = {}): JournalEntry {
  return { level: 'ad_group', objectId: '2', action: 'status', body: { ...body }, after: null, ...more };
}

function known(entries: JournalEntry[], more: Partial<Known> = {}): Known {
  return { entries, siblings: new Map(), deleted: new Set(), ...more };
}

const status = (entries: JournalEntry[], more?: Partial<Known>) =>
  isExplained(PAUSED, 'operation_status', GROUP, known(entries, more));

describe('isExplained', () => {
  it('is true for what the service wrote last', () => {
    expect(status([entry({ operation_status: 'DISABLE' })])).toBe(true);
    expect(status([entry({}, { after: { operation_status: 'DISABLE' } })])).toBe(true);
  });

  it('is false without an entry, and for another value, field or object', () => {
    expect(status([])).toBe(false);
    expect(status([entry({ operation_status: 'ENABLE' })])).toBe(false);
    expect(status([entry({ adgroup_name: 'DISABLE' })])).toBe(false);
    expect(status([entry({ operation_status: 'DISABLE' }, { objectId: '3' })])).toBe(false);
  });

  it('is false for a value that Ads Manager has changed since', () => {
    const entries = [
      entry({ operation_status: 'ENABLE' }, { action: 'drift' }),
      entry({ operation_status: 'DISABLE' }),
    ];
    expect(status(entries)).toBe(false);
  });

  it('explains a deletion by that of a parent', () => {
    const deleted = drift({ operation_status: 'ENABLE' }, { operation_status: 'DELETE' });
    const ask = (more: Partial<Known>, entries: JournalEntry[] = []) =>
      isExplained(deleted, 'operation_status', GROUP, known(entries, more));

    expect(ask({})).toBe(false);
    expect(ask({ deleted: new Set(['1']) })).toBe(true);
    expect(ask({}, [entry({ operation_status: 'DELETE' }, { level: 'campaign', objectId: '1' })])).toBe(true);
  });

  it('explains a bid by that of an ad group of the same campaign', () => {
    const bid = drift({ conversion_bid_price: 1 }, { conversion_bid_price: 2 });
    const ask = (siblings: Map<string, string>) =>
      isExplained(
        bid,
        'conversion_bid_price',
        GROUP,
        known([entry({ conversion_bid_price: 2 }, { objectId: '3' })], { siblings }),
      );

    expect(ask(new Map([['3', '1']]))).toBe(true);
    expect(ask(new Map([['3', '9']]))).toBe(false);
  });
});
