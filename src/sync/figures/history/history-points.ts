import { carried, gainedBetween, type Counts } from '../counters.js';
import { stepsIn, startOfStep, type Bucket, type Step } from '../range/step.js';
import type { Source } from '../../activity/source.js';

/** One stored reading of a video. */
export interface Snapshot extends Counts {
  slot: Date;
  capturedAt: Date;
  source: Source;
  favorites: number | null;
  reach: number | null;
}

/** The last reading of a step, and what was gained since the reading before it. */
export interface Reading extends Omit<Snapshot, 'slot'> {
  delta: Counts | null;
}

export interface Point extends Bucket {
  /** Null: a gap, because the video was not read in this step. */
  reading: Reading | null;
}

/**
 * Places readings into the steps of a range. A step has its last reading.
 * @param snapshots in the order of their slots
 */
export function toPoints(step: Step, range: Bucket, snapshots: readonly Snapshot[]): Point[] {
  const lastOf = new Map(snapshots.map((one) => [startOfStep(step, one.slot).getTime(), one]));
  let known: Counts | undefined;
  return stepsIn(step, range).map((bucket) => {
    const snapshot = lastOf.get(bucket.from.getTime());
    if (!snapshot) return Object.assign(bucket, { reading: null });
    const reading = toReading(snapshot, known);
    known = carried(known, snapshot);
    return Object.assign(bucket, { reading });
  });
}

function toReading({ slot: _slot, ...snapshot }: Snapshot, known: Counts | undefined): Reading {
  return { ...snapshot, delta: known ? gainedBetween(known, snapshot) : null };
}
