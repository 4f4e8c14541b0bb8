import { useChange } from '../../api/mutations.js';

/** TikTok does not let itself be shown in a frame. */
export const IS_FRAMED = window.parent !== window;

/** Where TikTok's consent ends: this page, which then shows the outcome. */
function returnUrl(): string {
  return location.origin + location.pathname;
}

/** Opens TikTok's consent page for an account. */
export function useAccountConsent(opened: () => void) {
  const change = useChange((connector, body: { scopes: string[]; integrationId?: string }) =>
    connector.POST('/api/upstream/call/tiktok-provider/get-auth-url', {
      body: { ...body, returnUrl: returnUrl() },
    }),
  );
  return {
    isPending: change.isPending || change.isSuccess,
    start: (body: { scopes: string[]; integrationId?: string }) =>
      change.mutate(body, { onSuccess: ({ authUrl }) => visit(authUrl, opened) }),
  };
}

/** Opens TikTok's consent page for the ad accounts of an account. */
export function useAdsConsent(opened: () => void) {
  const change = useChange((connector, integrationId: string) =>
    connector.POST('/api/upstream/call/tiktok-provider/get-ads-auth-url', {
      body: { integrationId, returnUrl: returnUrl() },
    }),
  );
  return {
    isPending: change.isPending || change.isSuccess,
    start: (integrationId: string) =>
      change.mutate(integrationId, { onSuccess: ({ authUrl }) => visit(authUrl, opened) }),
  };
}

function visit(authUrl: string, opened: () => void): void {
  if (!IS_FRAMED) return location.assign(authUrl);
  window.open(authUrl, '_blank', 'noopener');
  opened();
}
