/** What each group of calls is for, in the order in which the document shows them. */
const DESCRIPTIONS: Record<string, string> = {
  Integrations: 'Connect TikTok accounts and ad accounts, and see what each can do.',
  Publishing: 'Create, upload, publish and follow videos and photos.',
  Sync: "Fetch engagement, and read the store of the accounts' videos.",
  'CRM inbox': 'Comments as conversations.',
  Notifications: 'What an organisation must know, as a list and as an event stream.',
  Webhooks: "TikTok's deliveries.",
  Doctor: 'Checks of the configuration.',
  Health: 'For load balancers and orchestrators.',
};

interface Tag {
  name: string;
  description?: string;
}

export function tags(own: readonly Tag[]): Tag[] {
  const described = Object.entries(DESCRIPTIONS).map(([name, description]) => ({ name, description }));
  return [...described, ...own.filter(({ name }) => !(name in DESCRIPTIONS))];
}
