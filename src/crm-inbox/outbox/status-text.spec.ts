import { describe, expect, it } from '@jest/globals';
import { actionOf, statusText } from './status-text.js';

const AT = new Date();
const facts = {
  kind: 'comment_reply' as const,
  settledAt: null,
  reach: null,
  failCode: null,
  failMessage: null,
};

describe('actionOf and statusText', () => {
  it.each([
    [{ status: 'queued' }, 'wait', /Waiting/],
    [{ status: 'sent' }, 'wait', /Sent/],
    [{ status: 'unknown' }, 'wait', /does not send it again/],
    [{ status: 'unknown', settledAt: AT }, 'check', /If the reply is missing, send it again/],
    [{ status: 'confirmed' }, null, /^Posted\.$/],
    [{ status: 'confirmed', reach: 'limited' }, null, /only to your account/],
    [{ kind: 'direct_message', status: 'confirmed' }, null, /^Sent\.$/],
    [{ kind: 'direct_message', status: 'unknown', settledAt: AT }, 'check', /If the message is missing/],
    [{ status: 'failed', failCode: '40002', failMessage: 'No.' }, 'retry', /^No\.$/],
    [{ status: 'failed', failCode: 'comment_gone', failMessage: 'Gone.' }, null, /^Gone\.$/],
    [{ status: 'failed', failCode: 'already_posted', failMessage: 'Found.' }, null, /^Found\.$/],
  ] as const)('says for %j what to do: %s', (row, action, text) => {
    expect(actionOf({ ...facts, ...row })).toBe(action);
    expect(statusText({ ...facts, ...row })).toMatch(text);
  });
});
