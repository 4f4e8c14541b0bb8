import { describe, expect, it } from '@jest/globals';
import { NextFlight } from './next-flight.js';

/** Work that ends when the test says so, and counts its runs. */
function heldWork() {
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const work = () => new Promise<void>((resolve, reject) => ends.push({ resolve, reject }));
  return { ends, work };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('NextFlight', () => {
  it('lets all who ask in the same turn share a run', async () => {
    const { ends, work } = heldWork();
    const flights = new NextFlight();
    const asked = [flights.ask('a', work), flights.ask('a', work)];
    expect(ends).toHaveLength(0);
    await turn();
    expect(ends).toHaveLength(1);
    ends[0]!.resolve();
    await Promise.all(asked);
    await turn();
    expect(ends).toHaveLength(1);
  });

  it('lets all who ask during a run share the next one, which begins after it', async () => {
    const { ends, work } = heldWork();
    const flights = new NextFlight();
    const first = flights.ask('a', work);
    await turn();
    const later = [flights.ask('a', work), flights.ask('a', work)];
    await turn();
    expect(ends).toHaveLength(1);

    ends[0]!.resolve();
    await first;
    await turn();
    expect(ends).toHaveLength(2);
    ends[1]!.resolve();
    await Promise.all(later);
    expect(ends).toHaveLength(2);
  });

  it('starts again for one who asks after all runs', async () => {
    const { ends, work } = heldWork();
    const flights = new NextFlight();
    for (const index of [0, 1]) {
      const asked = flights.ask('a', work);
      await turn();
      ends[index]!.resolve();
      await asked;
      await turn();
    }
    expect(ends).toHaveLength(2);
  });

  it('counts the second run as running: who asks then shares the third', async () => {
    const { ends, work } = heldWork();
    const flights = new NextFlight();
    void flights.ask('a', work);
    await turn();
    void flights.ask('a', work);
    ends[0]!.resolve();
    await turn();
    await turn();
    expect(ends).toHaveLength(2);
    const third = [flights.ask('a', work), flights.ask('a', work)];
    ends[1]!.resolve();
    await turn();
    await turn();
    expect(ends).toHaveLength(3);
    ends[2]!.resolve();
    await Promise.all(third);
  });

  it('gives a failure to those who share the run, and runs the next one', async () => {
    const { ends, work } = heldWork();
    const flights = new NextFlight();
    const first = flights.ask('a', work);
    await turn();
    const second = flights.ask('a', work);
    ends[0]!.reject(new Error('no database'));
    await expect(first).rejects.toThrow('no database');
    await turn();
    ends[1]!.resolve();
    await second;
  });

  it('keeps keys apart', async () => {
    const { ends, work } = heldWork();
    const flights = new NextFlight();
    void flights.ask('a', work);
    void flights.ask('b', work);
    await turn();
    expect(ends).toHaveLength(2);
  });
});
