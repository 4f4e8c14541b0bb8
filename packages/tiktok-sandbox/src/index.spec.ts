import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from './testing/eventually.js';
import { SandboxClient } from './testing/sandbox-client.js';
import { WebhookReceiver } from './testing/webhook-receiver.js';

describe('a video from consent to its public post', () => {
  let receiver: WebhookReceiver;
  let client: SandboxClient;

  beforeAll(async () => {
    receiver = await WebhookReceiver.start();
    client = await SandboxClient.start({ webhookUrl: receiver.url, processingMs: 5, moderationMs: 5 });
  });

  afterAll(async () => {
    await client.close();
    await receiver.close();
  });

  it('takes a file, reveals the post id after moderation, lists the video and sends a webhook', async () => {
    const token = await client.accessToken();
    const user = await client.api('/v2/user/info/?fields=open_id,username', token, '', 'GET');
    expect(user.json['data']).toMatchObject({ user: { username: 'demo' } });

    const creator = await client.api('/v2/post/publish/creator_info/query/', token);
    expect(creator.json['data']?.['privacy_level_options']).toContain('PUBLIC_TO_EVERYONE');

    const video = Buffer.alloc(1_234_567, 'x');
    const init = await client.api('/v2/post/publish/video/init/', token, {
      post_info: { title: 'my first #sandbox', privacy_level: 'PUBLIC_TO_EVERYONE' },
      source_info: {
        source: 'FILE_UPLOAD',
        video_size: video.length,
        chunk_size: video.length,
        total_chunk_count: 1,
      },
    });
    const { publish_id, upload_url } = init.json['data'] as { publish_id: string; upload_url: string };
    expect(publish_id).toMatch(/^v_pub_file~v2-1\.\d{19}$/);
    expect(publish_id.length).toBeLessThanOrEqual(64);
    expect(upload_url.length).toBeLessThanOrEqual(256);
    expect(upload_url).toMatch(
      /\?upload_id=\d{19}&upload_token=[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    );

    const put = await client.put(upload_url, video, 0, video.length);
    expect(put.status).toBe(201);

    const status = await eventually(async () => {
      const answer = await client.api('/v2/post/publish/status/fetch/', token, { publish_id });
      return /"publicaly_available_post_id":\[(\d{19})\]/.test(answer.text) && answer;
    });
    expect(status.json['data']).toMatchObject({ status: 'PUBLISH_COMPLETE', uploaded_bytes: video.length });
    const postId = /"publicaly_available_post_id":\[(\d{19})\]/.exec(status.text)?.[1];

    const list = await client.api('/v2/video/list/?fields=id,video_description,view_count', token, {
      max_count: 1,
    });
    expect(list.json['data']?.['videos']).toEqual([
      { id: postId, video_description: 'my first #sandbox', view_count: expect.any(Number) },
    ]);

    await eventually(() => receiver.received.length >= 2);
    expect(receiver.events().toSorted()).toEqual([
      'post.publish.complete',
      'post.publish.publicly_available',
    ]);
    const released = receiver.received.find(({ body }) => body.includes('publicly_available'));
    const body = JSON.parse(released?.body ?? '') as { content: string };
    expect(JSON.parse(body.content)).toEqual({
      publish_id,
      publish_type: 'DIRECT_PUBLISH',
      post_id: postId,
    });

    const state = await client.control('/state', {}, 'GET');
    expect(state.json['publications']).toEqual([
      expect.objectContaining({
        id: publish_id,
        receivedBytes: video.length,
        sha256: createHash('sha256').update(video).digest('hex'),
        postIds: [postId],
      }),
    ]);
  });
});
