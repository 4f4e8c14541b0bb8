import { describe, expect, it } from '@jest/globals';
import { possiblePersons } from './erased-event.js';

const content = {
  from_user: { id: 'person', role: '' },
  reaction: [{ unique_identifier: 'another', timestamp: 7 }, null],
  to_user: { id: 'account' },
};

describe('possiblePersons', () => {
  it('collects each value at any depth, without the account itself', () => {
    const found = possiblePersons({ event: 'im_receive_msg', userOpenId: 'account', content });
    expect(found).toEqual(['person', 'another', '7']);
  });

  it('finds no person in events about ads', () => {
    expect(possiblePersons({ event: 'ads.ad_review', userOpenId: null, content })).toEqual([]);
  });

  it.each(['post.publish.complete', 'video.publish.completed', 'authorization.removed'])(
    'finds no person in %s',
    (event) => expect(possiblePersons({ event, userOpenId: null, content })).toEqual([]),
  );

  it.each(['comment.update', 'im_of_a_later_version', null])('looks into %s', (event) => {
    expect(possiblePersons({ event, userOpenId: null, content })).toContain('person');
  });
});
