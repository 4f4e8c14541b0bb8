import { describe, expect, it } from '@jest/globals';
import { readUser } from './user.api.js';

const REQUESTED = ['open_id', 'avatar_url', 'display_name'];

describe('readUser', () => {
  it.each([[undefined], [null], [''], ['Demo']])('reads the name %j, or null without one', (name) => {
    const user = readUser({ open_id: 'o', avatar_url: 'https://a', display_name: name }, REQUESTED);

    expect(user).toEqual({ open_id: 'o', avatar_url: 'https://a', display_name: name || null });
  });

  it('omits fields that were not requested or are not text', () => {
    const user = readUser({ open_id: 'o', avatar_url: 7, display_name: ['x'], username: 'u' }, REQUESTED);

    expect(user).toEqual({ open_id: 'o' });
  });

  it.each([
    [undefined],
    [null],
    ['user'],
    [[]],
    [{}],
    [{ open_id: '' }],
    [{ open_id: null, display_name: 'x' }],
  ])('returns undefined for %j', (user) => {
    expect(readUser(user, REQUESTED)).toBeUndefined();
  });

  it.each([
    [120, 120],
    ['120', 120],
    [0, 0],
    [undefined, null],
    [null, null],
    ['', null],
  ])('reads the counter %j as %j', (count, followers) => {
    const user = readUser({ open_id: 'o', follower_count: count }, ['open_id', 'follower_count']);

    expect(user).toEqual({ open_id: 'o', follower_count: followers });
  });

  it.each([[-1], ['many'], [Number.NaN], [2 ** 53], [true], [[3]]])('omits the counter %j', (count) => {
    expect(readUser({ open_id: 'o', likes_count: count }, ['open_id', 'likes_count'])).toEqual({
      open_id: 'o',
    });
  });

  it('reads whether the account is verified', () => {
    expect(readUser({ username: 'u', is_verified: true }, ['username', 'is_verified'])).toEqual({
      username: 'u',
      is_verified: true,
    });
  });

  it('requires no id without the scope for it', () => {
    expect(readUser({ username: 'demo' }, ['username'])).toEqual({ username: 'demo' });
    expect(readUser({ username: null }, ['username'])).toEqual({ username: null });
    expect(readUser({}, ['username'])).toBeUndefined();
  });
});
