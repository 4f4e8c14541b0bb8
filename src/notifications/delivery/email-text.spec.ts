import { describe, expect, it } from '@jest/globals';
import type { Notification } from '../notification.entity.js';
import { emailText } from './email-text.js';

const told: Notification = {
  id: '01a205e4-b9a7-77f6-91a4-69d1439d7001',
  organisationId: 'org-1',
  kind: 'integration_expired',
  severity: 'critical',
  title: 'The TikTok account lena.k must be connected again',
  detail: 'The TikTok user disconnected the app.',
  subjectType: 'integration',
  subjectId: 'i-1',
  affected: [
    {
      kind: 'publications',
      count: 3,
      examples: ['Summer', 'Autumn'],
      summary: '3 publications that are not out yet',
    },
    { kind: 'active_campaigns', count: 2, examples: [] },
  ],
  actionUrl: 'https://admin.example/',
  createdAt: new Date('2026-01-01T12:00:00Z'),
  readAt: null,
  resolvedAt: null,
};

describe('The text of an e-mail', () => {
  it('says what happened, what is affected and what to do', () => {
    expect(emailText(told)).toBe(`The TikTok account lena.k must be connected again

The TikTok user disconnected the app.

What stands still meanwhile:
- 3 publications that are not out yet: Summer, Autumn …
- 2 active campaigns

Open this link:
https://admin.example/

Organisation org-1, integration i-1, 2026-01-01T12:00:00.000Z
`);
  });

  it('that comes late says first that it is over', () => {
    const text = emailText({ ...told, resolvedAt: new Date('2026-01-02T00:00:00Z') });
    expect(text).not.toContain('https://');
    expect(text).toMatch(/^This is over since 2026-01-02T00:00:00.000Z; what was told:\n\n/);
  });
});
