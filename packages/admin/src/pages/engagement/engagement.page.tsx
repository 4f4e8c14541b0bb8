import { Page } from '../../ui/page.js';

export function EngagementPage() {
  return <Page title="Engagement">…</Page>;
}
