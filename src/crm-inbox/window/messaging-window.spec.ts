import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { WindowRules } from '../../config/index.js';
import { messagingWindow } from './messaging-window.js';
import { windowState, type CountedMessage } from './window-state.js';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 10, 1);
const OFFICIAL: WindowRules = {
  profile: 'official',
  hours: 48,
  limits: { first: 10, answered: null, late: 3 },
};
const STRICT: WindowRules = { profile: 'strict', hours: 48, limits: { first: 10, answered: 10, late: 0 } };

const at = (hours: number) => new Date(START + hours * HOUR);
const heard = (hours: number): CountedMessage => ({ direction: 'in', at: at(hours) });
const sent = (hours: number): CountedMessage => ({ direction: 'out', at: at(hours) });
const times = (count: number, message: CountedMessage) => Array.from({ length: count }, () => message);
const windowAt = (
  rules: WindowRules,
  hours: number,
  messages: CountedMessage[],
  blockedAt: Date | null = null,
) => messagingWindow(windowState(messages, rules.hours, blockedAt), rules, at(hours));

describe('messagingWindow', () => {
  it('is closed until the person writes', () => {
    expect(windowAt(OFFICIAL, 1, [sent(0)])).toEqual({
      phase: 'not_started',
      isOpen: false,
      reason: 'person_has_not_written',
      openUntil: null,
      messagesLeft: 0,
    });
  });

  it.each([
    ['official', OFFICIAL],
    ['strict', STRICT],
  ])('%s: allows ten messages after the first one, for 48 h', (_name, rules) => {
    expect(windowAt(rules, 1, [heard(0)])).toEqual({
      phase: 'first',
      isOpen: true,
      reason: null,
      openUntil: at(48),
      messagesLeft: 10,
    });
    expect(windowAt(rules, 1, [heard(0), ...times(9, sent(0.5))]).messagesLeft).toBe(1);
    expect(windowAt(rules, 1, [heard(0), ...times(10, sent(0.5))])).toMatchObject({
      isOpen: false,
      reason: 'limit_reached',
    });
  });

  it('counts from the last message once the person has answered', () => {
    const messages = [heard(0), ...times(10, sent(1)), heard(2), ...times(10, sent(3))];
    expect(windowAt(OFFICIAL, 4, messages)).toEqual({
      phase: 'answered',
      isOpen: true,
      reason: null,
      openUntil: at(50),
      messagesLeft: null,
    });
    expect(windowAt(STRICT, 4, messages).reason).toBe('limit_reached');
    expect(windowAt(STRICT, 4, messages.slice(0, -1)).messagesLeft).toBe(1);
  });

  it('allows three messages after the hours, or none when strict', () => {
    const messages = [heard(0), sent(1), heard(2)];
    expect(windowAt(OFFICIAL, 50, messages).phase).toBe('answered');
    expect(windowAt(OFFICIAL, 50.1, messages)).toMatchObject({
      phase: 'late',
      openUntil: null,
      messagesLeft: 3,
    });
    expect(windowAt(OFFICIAL, 60, [...messages, ...times(3, sent(55))]).reason).toBe('limit_reached');
    expect(windowAt(STRICT, 50.1, messages)).toMatchObject({ isOpen: false, reason: 'window_over' });
  });

  it('stays blocked after a refusal by TikTok until the person writes', () => {
    const messages = [heard(0), sent(1), heard(2)];
    expect(windowAt(OFFICIAL, 4, messages, at(3)).reason).toBe('blocked_by_tiktok');
    expect(windowAt(OFFICIAL, 6, [...messages, heard(5)], at(3)).isOpen).toBe(true);
  });
});

describe('every messaging window', () => {
  const message = fc.record({
    direction: fc.constantFrom('in' as const, 'out' as const),
    at: fc.integer({ min: 0, max: 400 }).map(at),
  });
  const rules = fc.record<WindowRules>({
    profile: fc.constantFrom('official', 'strict'),
    hours: fc.integer({ min: 1, max: 100 }),
    limits: fc.record({
      first: fc.option(fc.nat(12)),
      answered: fc.option(fc.nat(12)),
      late: fc.option(fc.nat(12)),
    }),
  });
  const scene = {
    messages: fc.array(message, { maxLength: 30 }),
    rules,
    now: fc.integer({ max: 500 }).map(at),
  };

  it('is the same for messages in any order', () => {
    fc.assert(
      fc.property(fc.record(scene), fc.integer(), ({ messages, ...rest }, seed) => {
        const shuffled = messages.toSorted((a, b) => orderOf(a, seed) - orderOf(b, seed));
        const [one, other] = [messages, shuffled].map((list) =>
          messagingWindow(windowState(list, rest.rules.hours, null), rest.rules, rest.now),
        );
        expect(one).toEqual(other);
      }),
    );
  });

  it('is open exactly if messages are left and there is no reason', () => {
    fc.assert(
      fc.property(fc.record(scene), ({ messages, now, ...rest }) => {
        const found = messagingWindow(windowState(messages, rest.rules.hours, null), rest.rules, now);
        expect(found.isOpen).toBe(found.reason === null);
        expect(found.isOpen).toBe(found.messagesLeft !== 0);
        if (found.openUntil) expect(found.openUntil.getTime()).toBeGreaterThanOrEqual(now.getTime());
      }),
    );
  });

  it('has one message less, or none, after each message sent in it', () => {
    fc.assert(
      fc.property(fc.record(scene), ({ messages, now, ...rest }) => {
        const past = messages.filter((one) => one.at < now);
        const before = messagingWindow(windowState(past, rest.rules.hours, null), rest.rules, now);
        if (before.messagesLeft === null || !before.isOpen) return;
        const next: CountedMessage[] = [...past, { direction: 'out', at: now }];
        const after = messagingWindow(windowState(next, rest.rules.hours, null), rest.rules, now);
        expect(after.messagesLeft).toBe(before.messagesLeft - 1);
      }),
    );
  });

  it('opens again with each message of the person, if its phase has a limit above zero', () => {
    fc.assert(
      fc.property(fc.record(scene), ({ messages, now, ...rest }) => {
        const past = messages.filter((one) => one.at < now);
        const answered: CountedMessage[] = [...past, { direction: 'in', at: now }];
        const found = messagingWindow(windowState(answered, rest.rules.hours, now), rest.rules, now);
        const later = messagingWindow(
          windowState(answered, rest.rules.hours, new Date(now.getTime() - 1)),
          rest.rules,
          now,
        );
        expect(found.reason).toBe('blocked_by_tiktok');
        expect(later.isOpen).toBe(rest.rules.limits[later.phase === 'answered' ? 'answered' : 'first'] !== 0);
      }),
    );
  });
});

function orderOf({ at: time, direction }: CountedMessage, seed: number): number {
  return (time.getTime() * 31 + seed * (direction === 'in' ? 7 : 13)) % 9973;
}
