import { Page } from '../../ui/page.js';

export function OperatePage() {
  return <Page title="Operate">…</Page>;
}
