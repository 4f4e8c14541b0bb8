import { tidySettings, type Variables } from '../../src/config/index.js';
import { SANDBOX_MEDIA_HOST, SANDBOX_VERIFIED_DOMAIN } from './sandbox-process.js';

/** What a service needs to take the sandbox for TikTok. @param given what it names itself stays */
export function sandboxSettings(url: string, given: Variables): Variables {
  const { ALLOW_PRIVATE_ADDRESSES, MEDIA_PUBLIC_URL, TIKTOK_VERIFIED_URLS } = tidySettings(given);
  return {
    TIKTOK_CLIENT_KEY: 'sandbox-client-key',
    TIKTOK_CLIENT_SECRET: 'sandbox-client-secret',
    TIKTOK_BUSINESS_APP_ID: '7400000000000000001',
    TIKTOK_BUSINESS_SECRET: 'sandbox-business-secret',
    TIKTOK_AUTH_BASE_URL: url,
    TIKTOK_API_BASE_URL: url,
    TIKTOK_BUSINESS_BASE_URL: url,
    // A receiver of webhooks under development runs on this machine.
    ...(ALLOW_PRIVATE_ADDRESSES === undefined && { ALLOW_PRIVATE_ADDRESSES: 'true' }),
    ...(MEDIA_PUBLIC_URL === undefined && { MEDIA_PUBLIC_URL: `https://${SANDBOX_MEDIA_HOST}` }),
    ...(TIKTOK_VERIFIED_URLS === undefined && { TIKTOK_VERIFIED_URLS: SANDBOX_VERIFIED_DOMAIN }),
  };
}
