import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { difference, scaled } from './decimal.js';
import { differs, residualOf, type LevelFacts, type ReadLevel, type Totals } from './residual.js';

const FACTS = { currency: 'USD', timeZone: 'America/New_York' };
const totals = (spend: string | null, impressions = '100', rows = 1): Totals => ({
  rows,
  unknown: 0,
  spend,
  impressions,
  clicks: '5',
});
const read = (given: Partial<ReadLevel>): ReadLevel => ({
  level: 'ad',
  day: '2026-11-01',
  readAt: new Date('2026-11-05T12:00:00Z'),
  isCut: false,
  totals: totals('10.00'),
  ...given,
});
const NO_FACTS: LevelFacts = { hasUnlistedDeleted: false, hasSmartPlus: false };

function causes(
  part: Partial<ReadLevel>,
  { facts = {}, account = {} }: { facts?: Partial<LevelFacts>; account?: Partial<ReadLevel> } = {},
) {
  const compared = { account: read({ level: 'account', ...account }), part: read(part) };
  const residual = residualOf({ ...compared, facts: { ...NO_FACTS, ...facts } }, FACTS);
  expect(differs(compared)).toBe(residual.causes.length > 0);
  return residual.causes;
}

describe('difference', () => {
  const decimals = fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 6 }))
    .map(([units, digits]) => {
      const text = (units < 0n ? -units : units).toString().padStart(digits + 1, '0');
      const fraction = digits === 0 ? '' : `.${text.slice(-digits)}`;
      return `${units < 0n ? '-' : ''}${text.slice(0, text.length - digits)}${fraction}`;
    });

  it('is exact for numbers beyond those of JavaScript', () => {
    fc.assert(
      fc.property(decimals, decimals, (one, other) => {
        expect(scaled(difference(one, other), 6)).toBe(scaled(one, 6) - scaled(other, 6));
      }),
    );
    expect(difference('0.3', '0.1')).toBe('0.2');
    expect(difference('9007199254740993.01', '1')).toBe('9007199254740992.01');
    expect(difference('0.05', '0.10')).toBe('-0.05');
  });
});

describe('residualOf', () => {
  it('has no cause where the sums agree', () => {
    const compared = { account: read({ level: 'account' }), part: read({ totals: totals('10.0') }) };
    expect(residualOf(compared, FACTS)).toEqual({
      spend: '0.00',
      impressions: '0',
      clicks: '0',
      causes: [],
    });
  });

  it('takes half a cent for each row as rounding, if only the money differs', () => {
    expect(causes({ totals: totals('9.98', '100', 3) })).toEqual(['rounding']);
    expect(causes({ totals: totals('9.97', '100', 3) })).toEqual(['unexplained']);
    expect(causes({ totals: totals('9.98', '99', 3) })).toEqual(['unexplained']);
  });

  it('rounds by the unit of the currency', () => {
    const [account, part] = [totals('100'), totals('98', '100', 3)];
    const inYen = { currency: 'JPY', timeZone: 'Asia/Tokyo' };
    const compared = { account: read({ totals: account }), part: read({ totals: part }) };
    expect(residualOf(compared, inYen).causes).toEqual(['rounding']);
  });

  it('names what a level lacks', () => {
    const lacks = { totals: totals('5.00', '50') };
    expect(causes({ ...lacks, isCut: true })).toEqual(['report_cut']);
    expect(causes(lacks, { facts: { hasUnlistedDeleted: true } })).toEqual(['deleted_objects']);
    expect(causes(lacks, { facts: { hasSmartPlus: true } })).toEqual(['smart_plus']);
    expect(causes({ ...lacks, level: 'campaign' }, { facts: { hasSmartPlus: true } })).toEqual([
      'unexplained',
    ]);
    expect(causes({ totals: totals('15.00', '150'), isCut: true })).toEqual(['unexplained']);
  });

  it('names readings between which figures changed', () => {
    const lacks = { totals: totals('5.00', '50') };
    const early = { readAt: new Date('2026-11-01T20:00:00Z') };
    const later = { readAt: new Date('2026-11-01T20:00:09Z') };
    expect(causes({ ...lacks, ...later }, { account: early })).toEqual(['read_apart']);
    expect(causes({ ...lacks, readAt: new Date('2026-11-06T12:00:00Z') })).toEqual(['read_apart']);
  });

  it('leaves an unknown sum null', () => {
    const hidden = { ...totals(null), unknown: 1 };
    const part = read({ totals: { ...hidden, impressions: '90' } });
    const residual = residualOf({ account: read({ level: 'account' }), part }, FACTS);
    expect(residual).toMatchObject({ spend: null, impressions: '10', causes: ['values_hidden'] });
  });
});
