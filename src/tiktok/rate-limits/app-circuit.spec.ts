import { describe, expect, it } from '@jest/globals';
import { AppCircuit } from './app-circuit.js';

const MINUTES = 60_000;

function opened(): AppCircuit {
  const circuit = new AppCircuit();
  for (const subject of ['a', 'b', 'c']) circuit.refused('40118', subject, 0);
  return circuit;
}

describe('AppCircuit', () => {
  it('does not open for one account, however often it is refused', () => {
    const circuit = new AppCircuit();
    for (let i = 0; i < 10; i += 1) expect(circuit.refused('40118', 'a', 0)).toBeUndefined();
    expect(circuit.waitMs(0)).toBe(0);
  });

  it('opens when three accounts in a row hear that the app may not, for five minutes', () => {
    expect(opened().waitMs(0)).toBe(5 * MINUTES);
  });

  it('does not open when somebody succeeds in between, or is refused for another reason', () => {
    for (const between of ['answered', '40002']) {
      const circuit = new AppCircuit();
      circuit.refused('40118', 'a', 0);
      circuit.refused('40118', 'b', 0);
      if (between === 'answered') circuit.answered();
      else circuit.refused(between, 'x', 0);
      expect(circuit.refused('40118', 'c', 0)).toBeUndefined();
    }
  });

  it('lets one call probe after the window, and closes when it is answered', () => {
    const circuit = opened();
    expect(circuit.waitMs(5 * MINUTES)).toBe(0);
    expect(circuit.waitMs(5 * MINUTES)).toBeGreaterThan(0);
    circuit.answered();
    expect(circuit.waitMs(5 * MINUTES)).toBe(0);
    expect(circuit.waitMs(5 * MINUTES)).toBe(0);
  });

  it('waits twice as long after a probe that is refused, up to an hour', () => {
    const circuit = opened();
    let at = 5 * MINUTES;
    const waits = [10, 20, 40, 60, 60].map((minutes) => {
      expect(circuit.waitMs(at)).toBe(0);
      const openMs = circuit.refused('40118', 'a', at) ?? 0;
      at += openMs;
      return openMs === minutes * MINUTES;
    });
    expect(waits).toEqual([true, true, true, true, true]);
  });
});
