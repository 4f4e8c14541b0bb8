import { describe, expect, it } from '@jest/globals';
import { Injectable, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import 'reflect-metadata';
import type { EntityManager } from 'typeorm';
import { HandlerDiscovery } from '../../runtime/index.js';
import { IntegrationHooks, OnIntegration, type QuotaUse, type RecentError } from './integration-hooks.js';

const errorAt = (at: string): RecentError => ({ at, what: 'test', code: 'c', message: 'm' });
const calls: string[] = [];

@Injectable()
class Posts {
  @OnIntegration('recentErrors')
  errors(id: string): Promise<RecentError[]> {
    calls.push(`posts errors ${id}`);
    return Promise.resolve([errorAt('2026-01-03'), errorAt('2026-01-01')]);
  }

  @OnIntegration('quotaUse')
  quotas(): Promise<QuotaUse[]> {
    return Promise.resolve([{ quota: 'posts', used: 1, limit: 2, windowSeconds: 3 }]);
  }

  @OnIntegration('purge')
  purge(_em: EntityManager, id: string): Promise<void> {
    calls.push(`posts purge ${id}`);
    return Promise.resolve();
  }
}

@Injectable()
class Syncs {
  @OnIntegration('recentErrors')
  errors(): Promise<RecentError[]> {
    return Promise.resolve([errorAt('2026-01-02')]);
  }

  @OnIntegration('resumed')
  resume(id: string): Promise<void> {
    calls.push(`syncs resume ${id}`);
    return Promise.resolve();
  }

  @OnIntegration('purge')
  purge(_em: EntityManager, id: string): Promise<void> {
    calls.push(`syncs purge ${id}`);
    return Promise.resolve();
  }
}

@Module({ imports: [DiscoveryModule], providers: [HandlerDiscovery, IntegrationHooks, Posts, Syncs] })
class Root {}

async function hooks(): Promise<IntegrationHooks> {
  calls.length = 0;
  const app = await NestFactory.createApplicationContext(Root, { logger: false });
  return app.get(IntegrationHooks);
}

describe('IntegrationHooks', () => {
  it('collects the errors of all modules, newest first', async () => {
    const errors = await (await hooks()).recentErrors('i-1');
    expect(errors.map(({ at }) => at)).toEqual(['2026-01-03', '2026-01-02', '2026-01-01']);
    expect(calls).toEqual(['posts errors i-1']);
  });

  it('collects the quotas of the modules that have some', async () => {
    expect(await (await hooks()).quotaUse('i-1')).toHaveLength(1);
  });

  it('resumes the work of the modules that have some', async () => {
    await (await hooks()).resumed('i-1');
    expect(calls).toEqual(['syncs resume i-1']);
  });

  it('purges the rows of every module', async () => {
    await (await hooks()).purge({} as EntityManager, 'i-1');
    expect(calls.toSorted()).toEqual(['posts purge i-1', 'syncs purge i-1']);
  });
});
