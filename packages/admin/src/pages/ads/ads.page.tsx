import { Page } from '../../ui/page.js';

export function AdsPage() {
  return <Page title="Ads">…</Page>;
}
