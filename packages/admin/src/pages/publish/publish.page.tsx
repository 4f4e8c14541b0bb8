import { Page } from '../../ui/page.js';

export function PublishPage() {
  return <Page title="Publish">…</Page>;
}
