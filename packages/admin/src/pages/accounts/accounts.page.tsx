import { Page } from '../../ui/page.js';

export function AccountsPage() {
  return <Page title="Accounts">…</Page>;
}
