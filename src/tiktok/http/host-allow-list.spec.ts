import { describe, expect, it } from '@jest/globals';
import { HostAllowList } from './host-allow-list.js';

const list = new HostAllowList(
  ['https://open.tiktokapis.com', 'http://127.0.0.1:4010/base'],
  ['tiktokapis.com'],
);

describe('HostAllowList', () => {
  it.each([
    'https://open.tiktokapis.com/v2/x/',
    'https://open-upload.tiktokapis.com/video/?upload_token=1',
    'https://upload.us.tiktokapis.com/video/',
    'http://127.0.0.1:4010/upload/1',
  ])('allows %s', (url) => {
    expect(() => list.check(new URL(url))).not.toThrow();
  });

  it.each([
    'http://open-upload.tiktokapis.com/',
    'https://open-upload.tiktokapis.com:8443/',
    'https://tiktokapis.com.evil.example/',
    'https://eviltiktokapis.com/',
    'http://127.0.0.1:4011/',
    'http://169.254.169.254/latest/meta-data/',
    'https://user@evil.example/',
  ])('refuses %s', (url) => {
    expect(() => list.check(new URL(url))).toThrow('is not a TikTok host');
  });
});
