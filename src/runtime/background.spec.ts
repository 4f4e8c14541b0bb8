import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { Background } from './background.js';

afterEach(() => {
  jest.restoreAllMocks();
});

function parts() {
  const registry = new SchedulerRegistry();
  const background = new Background(registry);
  return { registry, background };
}

describe('Background', () => {
  it('starts everything in order on begin, and stops it in reverse order on end', async () => {
    const { background } = parts();
    const seen: string[] = [];
    for (const name of ['first', 'second'])
      background.register(
        () => void seen.push(`${name} begins`),
        () => void seen.push(`${name} ends`),
      );
    expect(seen).toEqual([]);
    expect(background.hasBegun).toBe(false);

    await background.begin();
    expect(background.hasBegun).toBe(true);
    await background.end();

    expect(seen).toEqual(['first begins', 'second begins', 'second ends', 'first ends']);
    expect(background.hasBegun).toBe(false);
  });

  it('has not begun when a part fails to start, and stops the others when one fails to stop', async () => {
    jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const { background } = parts();
    const ended: string[] = [];
    background.register(
      () => undefined,
      () => void ended.push('first'),
    );
    background.register(
      () => Promise.reject(new Error('no')),
      () => Promise.reject(new Error('nor this')),
    );
    await expect(background.begin()).rejects.toThrow('no');
    expect(background.hasBegun).toBe(false);
    await background.end();
    expect(ended).toEqual(['first']);
  });

  it('logs a failing task, and keeps repeating it', async () => {
    const errors = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const { background, registry } = parts();
    const thirdRun = new Promise<void>((resolve) => {
      let runs = 0;
      background.every('task', 5, () => {
        runs += 1;
        if (runs === 3) resolve();
        return Promise.reject(new Error('no'));
      });
    });
    expect(registry.getIntervals()).toEqual([]);
    await background.begin();
    await thirdRun;
    registry.deleteInterval('task');
    expect(errors).toHaveBeenCalledWith(expect.objectContaining({ task: 'task' }));
  });
});

describe('Modules', () => {
  it('start background work only through Background, and so not before the process listens', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
      .filter((name) =>
        /@(Interval|Cron|Timeout)\(|OnApplicationBootstrap/.test(
          readFileSync(path.join('src', name), 'utf8'),
        ),
      );
    expect(sources).toEqual([]);
  });
});
