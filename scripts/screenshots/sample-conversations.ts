import { got } from 'got';
import type { Api } from '../demo/api.js';
import { until } from '../demo/story.js';

interface Conversation {
  id: string;
  lastMessageText: string | null;
}

const COMMENTS = [
  ['lena.k', 'Does it fit two adults and a dog?'],
  ['marco_rides', 'Mine arrived broken. What can I do?'],
  ['old_bicycle', 'Which colour is this? 😍'],
] as const;
const MESSAGES = [
  ['jonas.r', 'Hi, my parcel says delivered, but it is not here.'],
  ['jonas.r', 'Order 20418.'],
  ['sara_climbs', 'Do you lend tents for a weekend?'],
] as const;
const SAVED = [
  ['Sizes', 'You find all sizes in the link in our bio.'],
  ['Thanks', 'Thank you! 💚'],
] as const;

/** Lets viewers comment and write, and a colleague answer. @returns the conversation to show */
export async function sampleConversations(api: Api, sandbox: string): Promise<string> {
  const { items } = await api.get<{ items: { videoId: string }[] }>('api/social-activity/videos?limit=1');
  const control = (path: string, json: object) => got.post(`${sandbox}/__sandbox${path}`, { json });
  for (const [username, text] of COMMENTS)
    await control('/comments', { videoId: items[0]?.videoId, username, text });
  for (const [username, text] of MESSAGES)
    await control('/business/messages', { username, text, accepted: true });
  for (const [title, text] of SAVED) await api.post('api/crm/saved-replies', { title, text });
  const shown = await conversationWith(api, COMMENTS[0][1]);
  await conversationWith(api, MESSAGES[2][1]);
  await api.post(`api/crm/conversations/${shown}/reply`, {
    text: 'It does: 2.4 m by 1.6 m. And the dog is welcome.',
  });
  await until(
    'the reply',
    () => api.get<{ items: { status: string }[] }>(`api/crm/conversations/${shown}/replies`),
    (page) => page.items[0]?.status === 'confirmed' || page.items[0]?.status === 'sent',
  );
  return shown;
}

async function conversationWith(api: Api, text: string): Promise<string> {
  const read = () => api.get<{ items: Conversation[] }>('api/crm/conversations?limit=50');
  const has = ({ items }: { items: Conversation[] }) => items.some((one) => one.lastMessageText === text);
  const page = await until(`the message “${text}”`, read, has);
  return page.items.find((one) => one.lastMessageText === text)?.id ?? '';
}
