import { expect, it } from '@jest/globals';
import { canReuseFiles } from './can-reuse-files.js';

it.each([
  ['tiktok_unreachable', true],
  ['transfer_incomplete', true],
  ['spam_risk_too_many_posts', true],
  ['privacy_level_option_mismatch', true],
  ['internal', true],
  ['frame_rate_check_failed', false],
  ['video_too_large', false],
  ['spam_risk_user_banned_from_posting', false],
  ['a_code_of_tomorrow', false],
])('canReuseFiles: after %s it is %p', (code, expected) => {
  expect(canReuseFiles(code)).toBe(expected);
});
