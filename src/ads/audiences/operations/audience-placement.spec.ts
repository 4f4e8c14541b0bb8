import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { APPLY_MODES } from '../audience-upload.entity.js';
import { placementChange } from './audience-placement.js';

const ids = fc.uniqueArray(fc.constantFrom('1', '2', '3'));
const targeting = fc.record({ audience_ids: ids, excluded_audience_ids: ids, location_ids: ids });
const mode = fc.constantFrom(...APPLY_MODES);

describe('placementChange', () => {
  it('has nothing left to do after its change, in both families', () => {
    fc.assert(
      fc.property(targeting, mode, (spec, wanted) => {
        const manual = placementChange({ family: 'manual', data: spec }, '1', wanted);
        const data = { ...spec, ...manual };
        expect(placementChange({ family: 'manual', data }, '1', wanted)).toBeUndefined();
        const smart = placementChange({ family: 'us_plus', data: { targeting_spec: spec } }, '1', wanted);
        const after = { targeting_spec: spec, ...smart };
        expect(placementChange({ family: 'us_plus', data: after }, '1', wanted)).toBeUndefined();
      }),
    );
  });

  it('sends the whole targeting of Upgraded Smart+, with an empty list where the last audience leaves', () => {
    const data = {
      targeting_spec: { location_ids: ['9'], audience_ids: ['1'], gender: null, languages: [] },
    };
    expect(placementChange({ family: 'us_plus', data }, '1', 'disconnect')).toEqual({
      targeting_spec: { location_ids: ['9'], audience_ids: [] },
    });
  });

  it('reads an ad group that has never had an audience', () => {
    expect(placementChange({ family: 'us_plus', data: {} }, '1', 'exclude')).toEqual({
      targeting_spec: { excluded_audience_ids: ['1'] },
    });
    expect(placementChange({ family: 'manual', data: { audience_ids: null } }, '1', 'include')).toEqual({
      audience_ids: ['1'],
    });
  });
});
