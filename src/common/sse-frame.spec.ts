import { describe, expect, it } from '@jest/globals';
import { commentFrame, eventFrame, retryFrame } from './sse-frame.js';

describe('SSE frames', () => {
  it('end with an empty line', () => {
    expect(eventFrame({ id: '1', event: 'notification', data: '{"a":1}' })).toBe(
      'id: 1\nevent: notification\ndata: {"a":1}\n\n',
    );
    expect(commentFrame('heartbeat')).toBe(': heartbeat\n\n');
    expect(retryFrame(3000)).toBe('retry: 3000\n\n');
  });

  it.each(['a\nb', 'a\rb', 'a\r\nb'])('keep %j inside the data', (data) => {
    expect(eventFrame({ id: '1', event: 'e', data })).toBe('id: 1\nevent: e\ndata: a\ndata: b\n\n');
  });
});
