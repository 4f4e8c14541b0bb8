import { describe, expect, it } from '@jest/globals';
import { CAPABILITIES, capabilitiesOf, type Capability, type CapabilityFacts } from './capabilities.js';

const good = (scopes: string[]) => ({ scopes, rejectedAt: null, rejectedReason: null });
const facts: CapabilityFacts = {
  integration: {
    status: 'active',
    statusReason: null,
    requestedScopes: ['user.info.basic', 'video.publish', 'video.upload', 'video.list'],
  },
  credentials: {
    login: good(['user.info.basic', 'video.publish', 'video.upload', 'video.list']),
    account: good([
      'comment.list',
      'comment.list.manage',
      'video.insights',
      'message.list.read',
      'message.list.send',
    ]),
    advertiser: good([]),
  },
  accountScopes: ['comment.list', 'comment.list.manage', 'video.insights'],
  audited: true,
};
const of = (capability: Capability, changed: Partial<CapabilityFacts> = {}) =>
  capabilitiesOf({ ...facts, ...changed }).find((state) => state.capability === capability);

describe('capabilitiesOf', () => {
  it('lists every capability, all available when everything was granted', () => {
    const states = capabilitiesOf(facts);
    expect(states.map(({ capability }) => capability)).toEqual([...CAPABILITIES]);
    expect(states.every(({ available }) => available)).toBe(true);
  });

  it('names the missing scope, and leaves other capabilities available', () => {
    const login = good(['user.info.basic', 'video.list']);
    const changed = { credentials: { ...facts.credentials, login } };
    expect(of('publish_private', changed)).toMatchObject({
      available: false,
      reason: expect.stringContaining('video.publish'),
    });
    expect(of('list_videos', changed)).toEqual({ capability: 'list_videos', available: true });
  });

  it('distinguishes a scope that the user unticked from one that the admin UI did not request', () => {
    const credentials = { ...facts.credentials, login: good(['user.info.basic', 'video.list']) };
    const integration = { ...facts.integration, requestedScopes: ['video.list'] };
    expect(of('draft', { credentials })?.reason).toContain('user has not granted');
    expect(of('draft', { credentials, integration })).toMatchObject({
      reason: expect.stringContaining('video.upload was not requested'),
      fixCall: 'get-auth-url',
      fixScope: 'video.upload',
    });
  });

  it('quotes why TikTok offers an account no direct messages, and leaves comments available', () => {
    const integration = { ...facts.integration, messagingRefusal: 'Not available in this region.' };
    expect(of('send_messages', { integration })).toMatchObject({
      available: false,
      reason: expect.stringContaining('Not available in this region.'),
      fix: expect.stringContaining('Business Account'),
    });
    expect(of('read_messages', { integration })?.available).toBe(false);
    expect(of('manage_comments', { integration })?.available).toBe(true);
  });

  it('distinguishes a scope that the user unticked from one that this service does not request', () => {
    const account = good(['comment.list', 'video.insights']);
    const changed = { credentials: { ...facts.credentials, account } };
    expect(of('manage_comments', changed)?.reason).toContain('user has not granted');
    const fewer = { ...changed, accountScopes: ['comment.list', 'video.insights'] };
    expect(of('manage_comments', fewer)).toMatchObject({
      available: false,
      reason: expect.stringContaining('comment.list.manage'),
      fix: expect.stringContaining('TIKTOK_BUSINESS_ACCOUNT_SCOPES'),
    });
  });

  it('lets either family publish, and explains the login when neither can', () => {
    const login = good(['user.info.basic']);
    const account = good(['video.publish', 'video.upload']);
    const none = { credentials: { ...facts.credentials, login } };
    const business = { credentials: { login, account } };
    for (const capability of ['publish_public', 'publish_private', 'draft'] as const) {
      expect(of(capability, business)).toEqual({ capability, available: true });
      expect(of(capability, none)).toMatchObject({
        available: false,
        fix: 'Connect the account again. Leave every box ticked.',
        fixCall: 'get-auth-url',
      });
    }
    expect(of('publish_public', { ...business, audited: false })?.available).toBe(true);
    const dead = { login, account: { ...account, rejectedAt: new Date() } };
    expect(of('publish_public', { credentials: dead })?.available).toBe(false);
  });

  it('explains the audit, which blocks public posts and not private ones', () => {
    expect(of('publish_public', { audited: false })).toMatchObject({
      available: false,
      reason: expect.stringContaining('audited'),
    });
    expect(of('publish_private', { audited: false })?.available).toBe(true);
  });

  it('distinguishes a missing consent from a rejected one', () => {
    expect(of('ads', { credentials: { login: facts.credentials.login } })?.reason).toContain(
      'not been given',
    );
    const dead = { ...good([]), rejectedAt: new Date(), rejectedReason: 'revoked' };
    expect(of('ads', { credentials: { ...facts.credentials, advertiser: dead } })?.reason).toContain(
      'revoked',
    );
  });

  it('explains a token that cannot be read, with the fix for a lost key', () => {
    const login = { ...facts.credentials.login, ...good(['video.list']), unreadableSince: new Date() };
    expect(of('list_videos', { credentials: { login } })).toEqual({
      capability: 'list_videos',
      available: false,
      reason: 'This service cannot read the stored token: its encryption key is missing, or it was damaged.',
      fix: 'Ask the operator to put the key back into TOKEN_ENCRYPTION_KEYS. If the key is lost: Connect the account again.',
    });
  });

  it('gives a reason and a fix for everything that is unavailable', () => {
    for (const state of capabilitiesOf({
      ...facts,
      integration: { ...facts.integration, status: 'expired', statusReason: 'gone' },
    })) {
      expect(state).toMatchObject({
        available: false,
        reason: expect.stringContaining('gone'),
        fix: expect.any(String),
      });
    }
  });
});
