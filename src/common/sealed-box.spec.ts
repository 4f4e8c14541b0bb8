import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { SealedBox } from './sealed-box.js';

const [first, second] = [{ key: randomBytes(32) }, { key: randomBytes(32) }];
const TEXT = '{"uploadUrl":"https://connector.example/uploads/…"}';

describe('SealedBox', () => {
  it('opens only with the same key, purpose and place', () => {
    const box = new SealedBox([first], 'answers').seal(TEXT, 'acme/1');

    expect(new SealedBox([first], 'answers').open(box, 'acme/1')).toBe(TEXT);
    expect(new SealedBox([second], 'answers').open(box, 'acme/1')).toBeUndefined();
    expect(new SealedBox([first], 'others').open(box, 'acme/1')).toBeUndefined();
    expect(new SealedBox([first], 'answers').open(box, 'acme/2')).toBeUndefined();
  });

  it('opens after a key rotation, while its key is still configured', () => {
    const box = new SealedBox([first], 'answers').seal(TEXT, '');

    expect(new SealedBox([second, first], 'answers').open(box, '')).toBe(TEXT);
  });

  it('reveals nothing of its content, and differs each time', () => {
    const sealer = new SealedBox([first], 'answers');
    const [one, other] = [sealer.seal(TEXT, ''), sealer.seal(TEXT, '')];

    expect(one.equals(other)).toBe(false);
    expect(one.toString('latin1')).not.toContain('uploads');
  });

  it('does not open when a byte was changed or is missing', () => {
    const sealer = new SealedBox([first], 'answers');
    const box = sealer.seal(TEXT, '');
    for (let at = 0; at < box.length; at += 1) {
      const changed = Buffer.from(box);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(sealer.open(changed, '')).toBeUndefined();
      expect(sealer.open(box.subarray(0, at), '')).toBeUndefined();
    }
  });
});
