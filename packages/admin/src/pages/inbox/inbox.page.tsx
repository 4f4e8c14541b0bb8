import { Page } from '../../ui/page.js';

export function InboxPage() {
  return <Page title="Inbox">…</Page>;
}
