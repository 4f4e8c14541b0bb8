import { describe, expect, it } from '@jest/globals';
import { settingsOf } from './check-settings.js';

type Settings = Parameters<typeof settingsOf>[1];

const tiktok = {
  business: { id: '74', secret: 'a secret' },
  accountWebhooks: { mode: 'register', checkMinutes: 60 },
  adWebhooks: { mode: 'check', families: ['AD_GROUP', 'AD'] },
};
const settings = { http: { publicUrl: 'https://a.example' }, tiktok, webhookWatch: { hours: 24, misses: 5 } };
const of = (name: Parameters<typeof settingsOf>[0], more: object = {}) =>
  settingsOf(name, { ...settings, ...more } as unknown as Settings);

describe('settingsOf', () => {
  it.each([
    ['accounts', 'the address', { http: { publicUrl: 'https://b.example' } }, true],
    ['ads', 'the address', { http: { publicUrl: 'https://b.example' } }, true],
    ['accounts', 'the app', { tiktok: { ...tiktok, business: { id: '75', secret: '' } } }, true],
    ['accounts', 'the secret', { tiktok: { ...tiktok, business: { id: '74', secret: 'b' } } }, false],
    [
      'accounts',
      'the mode',
      { tiktok: { ...tiktok, accountWebhooks: { mode: 'check', checkMinutes: 60 } } },
      true,
    ],
    ['ads', 'the families', { tiktok: { ...tiktok, adWebhooks: { mode: 'check', families: ['AD'] } } }, true],
    [
      'ads',
      'the order of the families',
      { tiktok: { ...tiktok, adWebhooks: { mode: 'check', families: ['AD', 'AD_GROUP'] } } },
      false,
    ],
    ['watchdog', 'the address', { http: { publicUrl: 'https://b.example' } }, false],
    ['watchdog', 'the window', { webhookWatch: { hours: 12, misses: 5 } }, true],
  ] as const)('of %s changes with %s: %#', (name, _what, more, changes) => {
    expect(of(name, more) !== of(name)).toBe(changes);
  });

  it('contains no secret', () => {
    expect(of('accounts') + of('ads')).not.toContain('secret');
  });
});
