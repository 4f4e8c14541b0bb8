import { describe, expect, it } from '@jest/globals';
import { ownerIsAlive, ownerNote, parseOwnerNote } from './owner-note.js';

describe('The note in the lock file', () => {
  it('is read as it was written, and differs every time', () => {
    const note = ownerNote(12, { startedAt: 'boot 34' });

    expect(parseOwnerNote(note)).toEqual({ pid: 12, startedAt: 'boot 34' });
    expect(ownerNote(12, { startedAt: 'boot 34' })).not.toBe(note);
  });

  it.each(['', '{', '[]', 'null', '{"pid":"12"}'])('says nothing when torn or strange: %j', (text) => {
    expect(parseOwnerNote(text)).toBeUndefined();
  });
});

describe('ownerIsAlive', () => {
  const owner = { pid: 12, startedAt: 'boot 34' };

  it('is not, when no process has its pid', () => {
    expect(ownerIsAlive(owner, undefined)).toBe(false);
  });

  it('is, when the process with its pid started when it did', () => {
    expect(ownerIsAlive(owner, { startedAt: 'boot 34' })).toBe(true);
  });

  it('is not, when the pid was given to a later process', () => {
    expect(ownerIsAlive(owner, { startedAt: 'boot 99' })).toBe(false);
    expect(ownerIsAlive(owner, { startedAt: 'another boot 34' })).toBe(false);
  });

  it('is assumed for safety where the system reports no start times', () => {
    expect(ownerIsAlive(owner, {})).toBe(true);
    expect(ownerIsAlive({ pid: 12 }, { startedAt: 'boot 34' })).toBe(true);
  });
});
