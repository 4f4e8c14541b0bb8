import { createHmac, randomUUID } from 'node:crypto';

const APP = { id: 'sandbox-client-key', secret: 'sandbox-client-secret' };

/** Requests as they go over the wire, each with a body of its own that is signed now. */
export function signedRequests(
  count: number,
  { path, account }: { path: string; account: string },
): Buffer[] {
  const seconds = Math.floor(Date.now() / 1000);
  return Array.from({ length: count }, () => requestOf(bodyOf(account, seconds), path, seconds));
}

/** An event that is stored and shown to its organisation, and that changes nothing else. */
function bodyOf(account: string, seconds: number): string {
  return JSON.stringify({
    client_key: APP.id,
    event: 'video.publish.completed',
    create_time: seconds,
    user_openid: account,
    content: JSON.stringify({ share_id: `video.${randomUUID()}.${randomUUID()}` }),
  });
}

function requestOf(body: string, path: string, seconds: number): Buffer {
  const hex = createHmac('sha256', APP.secret).update(`${seconds}.${body}`).digest('hex');
  const head = [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'user-agent: TikTok',
    'accept: */*',
    'content-type: application/json',
    `tiktok-signature: t=${seconds},s=${hex}`,
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`);
}
