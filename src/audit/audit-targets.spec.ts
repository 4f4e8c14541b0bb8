import { describe, expect, it } from '@jest/globals';
import { hashedTarget, targetsOf } from './audit-targets.js';

const CONTACT = '01a22ae3-63da-73c3-92c6-0f5270f94390';

describe('targetsOf', () => {
  it('names every object of the path, with 19 digits exactly', () =>
    expect(targetsOf('acme', { webhookId: CONTACT, id: '7713829442120707472' })).toEqual([
      { parameter: 'webhookId', id: CONTACT },
      { parameter: 'id', id: '7713829442120707472' },
    ]));

  it('keeps no readable id of a person', () => {
    const [target] = targetsOf('acme', { contactId: CONTACT });
    expect(target).toEqual({ parameter: 'contactId', id: hashedTarget('acme', CONTACT) });
    expect(JSON.stringify(target)).not.toContain(CONTACT);
  });

  it('hashes the same person differently for another organisation', () =>
    expect(hashedTarget('acme', CONTACT)).not.toBe(hashedTarget('other', CONTACT)));

  it.each(['', 'a b', '<script>', 'a\0b', 'x'.repeat(129), '\ud800'])('drops %j, which is no id', (id) =>
    expect(targetsOf('acme', { id })).toEqual([]),
  );
});
