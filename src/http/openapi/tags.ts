/** Groups of calls, in the order of the document. */
const DESCRIPTIONS: Record<string, string> = {
  Integrations: 'Connect TikTok accounts and ad accounts, and read their capabilities.',
  Publishing: 'Create, upload, publish and track videos and photos.',
  Ads: 'Launch, pause and measure ads, and manage audiences.',
  Sync: 'Sync engagement, and read the stored videos.',
  'CRM inbox': 'Read comments and messages as conversations, assign and close them.',
  Notifications: 'Read notifications as a list and as an event stream.',
  Webhooks: 'Receive webhooks from TikTok, and replay them.',
  Audit: 'Read what admins did.',
  Doctor: 'Check the configuration.',
  Health: 'Probes for load balancers and orchestrators.',
};

interface Tag {
  name: string;
  description?: string;
}

export function tags(own: readonly Tag[]): Tag[] {
  const described = Object.entries(DESCRIPTIONS).map(([name, description]) => ({ name, description }));
  return [...described, ...own.filter(({ name }) => !(name in DESCRIPTIONS))];
}
