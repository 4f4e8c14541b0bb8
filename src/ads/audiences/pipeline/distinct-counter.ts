const HALF = 2 ** 24;
const FIRST_SLOTS = 2 ** 12;
/** 4 MB of slots. The estimate above it is within 1 %. */
const MOST_KEPT = 2 ** 18;
const DIGITS = 6;

const DIGIT_OF = new Uint8Array(128);
for (let value = 0; value < 16; value += 1) DIGIT_OF[value.toString(16).charCodeAt(0)] = value;

/**
 * Counts different hashes in bounded memory: exactly up to a quarter of a million, and from an even sample above. A hash is
 * known by 48 of its bits.
 */
export class DistinctCounter {
  private slots = new Float64Array(FIRST_SLOTS);
  private kept = 0;
  /** Hashes whose upper half is below are kept. */
  private limit = HALF;

  /** @param hash lower-case hex digits, at least 12 */
  add(hash: string): void {
    const upper = digits(hash, 0);
    if (upper >= this.limit) return;
    // A zero would look like an empty slot.
    const key = upper * HALF + digits(hash, DIGITS) + 1;
    if (!put(this.slots, key)) return;
    this.kept += 1;
    if (this.kept > this.slots.length / 2) this.makeRoom();
  }

  get count(): number {
    return Math.round(this.kept * (HALF / this.limit));
  }

  get isEstimate(): boolean {
    return this.limit < HALF;
  }

  private makeRoom(): void {
    const isFull = this.kept > MOST_KEPT;
    if (isFull) this.limit /= 2;
    const ceiling = this.limit * HALF;
    const old = this.slots;
    this.slots = new Float64Array(isFull ? old.length : old.length * 2);
    this.kept = 0;
    for (const key of old) if (key > 0 && key <= ceiling && put(this.slots, key)) this.kept += 1;
  }
}

/** @returns false if the key is there already */
function put(slots: Float64Array, key: number): boolean {
  const mask = slots.length - 1;
  for (let slot = (key % HALF) & mask; ; slot = (slot + 1) & mask) {
    const held = slots[slot];
    if (held === key) return false;
    if (held !== 0) continue;
    slots[slot] = key;
    return true;
  }
}

function digits(hash: string, from: number): number {
  let value = 0;
  for (let index = from; index < from + DIGITS; index += 1)
    value = value * 16 + (DIGIT_OF[hash.charCodeAt(index)] ?? 0);
  return value;
}
