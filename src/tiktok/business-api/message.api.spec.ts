import { describe, expect, it } from '@jest/globals';
import { TokenInterceptor } from '../http/token.interceptor.js';
import { outcomeUnknown } from '../http/tiktok-errors.js';
import { envelope, ScriptedTransport, SPEC_CONFIG } from '../testing/scripted-transport.js';
import { BusinessClient } from './business-client.js';
import { MessageApi } from './message.api.js';

const account = { credentialId: 'c1', businessId: '-000abc' };
const ID = 'aGVsbG8+/A==';

function setUp(...responses: (string | object)[]) {
  const transport = new ScriptedTransport(responses);
  const tokens = {
    accessToken: () => Promise.resolve('act.1'),
    renewedToken: () => Promise.resolve('act.2'),
  };
  const client = new BusinessClient(SPEC_CONFIG, new TokenInterceptor(transport, tokens));
  return { sent: transport.sent, messages: new MessageApi(client) };
}

describe('MessageApi', () => {
  it('encodes the plus sign of a conversation id', async () => {
    const { messages, sent } = setUp(envelope(0, { messages: null }));
    expect(await messages.messages(account, ID)).toEqual({ messages: [], participants: [] });
    expect(sent[0]?.url).toContain('conversation_id=aGVsbG8%2B%2FA%3D%3D');
  });

  it('sends a message once when the answer is lost, and says that the outcome is unknown', async () => {
    const { messages, sent } = setUp('<html>504</html>', envelope(0, { message: { message_id: '1' } }));
    const text = { message_type: 'TEXT', text: { body: 'Hi' } } as const;
    const error: unknown = await messages.send(account, ID, text).catch((thrown: unknown) => thrown);
    expect(outcomeUnknown(error)).toBe(true);
    expect(sent).toHaveLength(1);
  });

  it('knows no id of a message for which TikTok names none', async () => {
    const { messages } = setUp(envelope(0, { message: { message_id: '' } }), envelope(0, {}));
    const text = { message_type: 'TEXT', text: { body: 'Hi' } } as const;
    expect(await messages.send(account, ID, text)).toBeUndefined();
    expect(await messages.send(account, ID, text)).toBeUndefined();
  });

  it('ignores conversations without an id, and ends at a page that does not announce more', async () => {
    const { messages } = setUp(envelope(0, { conversations: [{ update_time: 1 }, { conversation_id: ID }] }));
    expect(await messages.conversations(account, 'SINGLE', 0)).toEqual({
      conversations: [{ conversation_id: ID }],
      has_more: false,
    });
  });
});
