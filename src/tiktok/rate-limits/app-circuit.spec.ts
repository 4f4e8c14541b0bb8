import { describe, expect, it } from '@jest/globals';
import { AppCircuit } from './app-circuit.js';

const MINUTES = 60_000;

function opened(): AppCircuit {
  const circuit = new AppCircuit();
  for (const subject of ['a', 'b', 'c']) circuit.refused('40118', subject, 0);
  return circuit;
}

describe('AppCircuit', () => {
  it('stays closed for one account, however often it is refused', () => {
    const circuit = new AppCircuit();
    for (let i = 0; i < 10; i += 1) expect(circuit.refused('40118', 'a', 0)).toBeUndefined();
    expect(circuit.remainingMs(0)).toBe(0);
  });

  it('opens for five minutes when three accounts in a row are refused', () => {
    expect(opened().remainingMs(0)).toBe(5 * MINUTES);
  });

  it('stays closed after a success or another refusal in between', () => {
    for (const between of ['success', '40002']) {
      const circuit = new AppCircuit();
      circuit.refused('40118', 'a', 0);
      circuit.refused('40118', 'b', 0);
      if (between === 'success') circuit.succeeded();
      else circuit.refused(between, 'x', 0);
      expect(circuit.refused('40118', 'c', 0)).toBeUndefined();
    }
  });

  it('lets one probe out after the pause, and closes when it succeeds', () => {
    const circuit = opened();
    expect(circuit.remainingMs(5 * MINUTES)).toBe(0);
    expect(circuit.remainingMs(5 * MINUTES)).toBeGreaterThan(0);
    circuit.succeeded();
    expect(circuit.remainingMs(5 * MINUTES)).toBe(0);
    expect(circuit.remainingMs(5 * MINUTES)).toBe(0);
  });

  it('doubles the pause after a refused probe, up to an hour', () => {
    const circuit = opened();
    let at = 5 * MINUTES;
    const waits = [10, 20, 40, 60, 60].map((minutes) => {
      expect(circuit.remainingMs(at)).toBe(0);
      const openMs = circuit.refused('40118', 'a', at) ?? 0;
      at += openMs;
      return openMs === minutes * MINUTES;
    });
    expect(waits).toEqual([true, true, true, true, true]);
  });
});
