import { scatter } from './random.js';

const ROUNDS = 4;

/**
 * Hides 32 bits in 32 other bits that look random, and finds them again: a Feistel network. The lower half of
 * a derived id thus names its owner, without a table of millions of ids.
 */
export class IdCipher {
  constructor(private readonly key: number) {}

  hide(bits: number): number {
    let [left, right] = [bits >>> 16, bits & 0xffff];
    for (let round = 0; round < ROUNDS; round += 1) [left, right] = [right, left ^ this.mask(right, round)];
    return ((left << 16) | right) >>> 0;
  }

  reveal(hidden: number): number {
    let [left, right] = [hidden >>> 16, hidden & 0xffff];
    for (let round = ROUNDS - 1; round >= 0; round -= 1)
      [left, right] = [right ^ this.mask(left, round), left];
    return ((left << 16) | right) >>> 0;
  }

  private mask(half: number, round: number): number {
    return scatter((this.key + Math.imul(half, 0x9e3779b1) + round) >>> 0) & 0xffff;
  }
}

/** An account's ordinal and a small number of its own, as the 32 bits that a derived id hides. */
export const OWN_BITS = 12;
export const MAX_OWN = 2 ** OWN_BITS - 1;
export const MAX_ORDINAL = 2 ** (32 - OWN_BITS) - 1;

export function joinBits(ordinal: number, own: number): number {
  return ((ordinal << OWN_BITS) | own) >>> 0;
}

export function splitBits(bits: number): { ordinal: number; own: number } {
  return { ordinal: bits >>> OWN_BITS, own: bits & MAX_OWN };
}
