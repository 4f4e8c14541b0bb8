import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inBatches } from './in-batches.js';

it('inBatches keeps all items in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 120 }), (items, size) => {
      const batches = inBatches(items, size);
      expect(batches.flat()).toEqual(items);
      expect(batches.every((batch) => batch.length > 0 && batch.length <= size)).toBe(true);
    }),
  );
});
