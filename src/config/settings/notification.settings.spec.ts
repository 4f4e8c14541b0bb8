import { describe, expect, it } from '@jest/globals';
import { environmentSchema } from '../environment.schema.js';
import { notificationProblems, toNotificationSettings } from './notification.settings.js';

const SECRET = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const EMAIL = {
  SMTP_URL: 'smtp://user:password@mail.example:587',
  NOTIFY_EMAIL_TO: 'a@example.com, b@example.com',
  NOTIFY_EMAIL_FROM: 'Connector <c@example.com>',
};
const WEBHOOK = { NOTIFY_WEBHOOK_URL: 'https://hooks.example/in', NOTIFY_WEBHOOK_SECRET: SECRET };

const parse = (variables: Record<string, string>) => environmentSchema.parse(variables);
const problems = (variables: Record<string, string>) => notificationProblems(parse(variables)).join('\n');

describe('Notification settings', () => {
  it('are optional', () => {
    expect(problems({})).toBe('');
    expect(toNotificationSettings(parse({}))).toEqual({});
  });

  it('contain the configured channels', () => {
    expect(problems({ ...EMAIL, ...WEBHOOK })).toBe('');
    const { email, webhook } = toNotificationSettings(parse({ ...EMAIL, ...WEBHOOK }));
    expect(email?.to).toEqual(['a@example.com', 'b@example.com']);
    expect(webhook).toEqual({ url: 'https://hooks.example/in', secret: Buffer.alloc(32, 1) });
  });

  it('require TLS for a mail password in production', () => {
    const production = { ...EMAIL, NODE_ENV: 'production' };
    expect(toNotificationSettings(parse(production)).email?.requireTls).toBe(true);
    expect(toNotificationSettings(parse(EMAIL)).email?.requireTls).toBe(false);
    const open = { ...production, SMTP_URL: 'smtp://relay.example' };
    expect(toNotificationSettings(parse(open)).email?.requireTls).toBe(false);
  });

  it.each<[Record<string, string>, string]>([
    [{ SMTP_URL: EMAIL.SMTP_URL }, 'NOTIFY_EMAIL_TO'],
    [{ NOTIFY_EMAIL_TO: 'a@example.com' }, 'SMTP_URL'],
    [{ ...EMAIL, NOTIFY_EMAIL_TO: 'a@example.com,private name' }, 'NOTIFY_EMAIL_TO: item 2'],
    [{ NOTIFY_WEBHOOK_URL: WEBHOOK.NOTIFY_WEBHOOK_URL }, 'NOTIFY_WEBHOOK_SECRET'],
    [{ ...WEBHOOK, NOTIFY_WEBHOOK_SECRET: 'hunter2' }, 'NOTIFY_WEBHOOK_SECRET: must have the form'],
    [{ ...WEBHOOK, NOTIFY_WEBHOOK_SECRET: 'whsec_c2hvcnQ=' }, 'NOTIFY_WEBHOOK_SECRET: must have the form'],
  ])('reports %j without its values', (variables, message) => {
    expect(problems(variables)).toContain(message);
    expect(problems(variables)).not.toMatch(/hunter2|private name|c2hvcnQ/);
  });
});
