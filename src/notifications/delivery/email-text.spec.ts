import { describe, expect, it } from '@jest/globals';
import type { Notification } from '../notification.entity.js';
import { emailText } from './email-text.js';

const notification: Notification = {
  id: '01a205e4-b9a7-77f6-91a4-69d1439d7001',
  organisationId: 'org-1',
  kind: 'integration_expired',
  severity: 'critical',
  title: 'Reconnect the TikTok account lena.k',
  detail: 'The TikTok user disconnected the app.',
  subjectType: 'integration',
  subjectId: 'i-1',
  affected: [
    {
      kind: 'publications',
      count: 3,
      examples: ['Summer', 'Autumn'],
      summary: '3 unpublished posts',
    },
    { kind: 'active_campaigns', count: 2, examples: [] },
  ],
  actionUrl: 'https://admin.example/',
  createdAt: new Date('2026-01-01T12:00:00Z'),
  readAt: null,
  resolvedAt: null,
};

describe('emailText', () => {
  it('contains the event, the affected work and the link', () => {
    expect(emailText(notification)).toBe(`Reconnect the TikTok account lena.k

The TikTok user disconnected the app.

Affected until then:
- 3 unpublished posts: Summer, Autumn …
- 2 active campaigns

Open this link:
https://admin.example/

Organisation org-1, integration i-1, 2026-01-01T12:00:00.000Z
`);
  });

  it('says first that the event is resolved, and omits the link', () => {
    const text = emailText({ ...notification, resolvedAt: new Date('2026-01-02T00:00:00Z') });
    expect(text).not.toContain('https://');
    expect(text).toMatch(/^Resolved at 2026-01-02T00:00:00.000Z. The original notification:\n\n/);
  });
});
