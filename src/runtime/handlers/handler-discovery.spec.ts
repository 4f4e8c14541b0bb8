import { describe, expect, it } from '@jest/globals';
import { Injectable, Module, type Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import 'reflect-metadata';
import { handlerDecorator } from './handler-decorator.js';
import { HandlerDiscovery } from './handler-discovery.js';

type Season = 'spring' | 'autumn' | 'winter';
const OnSeason = handlerDecorator<Season, (year: number) => string>('@OnSeason');
const OnOther = handlerDecorator<Season, () => void>('@OnOther');

@Injectable()
class Gardener {
  private readonly tool = 'spade';

  @OnSeason('spring', 'autumn')
  dig(year: number): string {
    return `${this.tool} ${year}`;
  }

  @OnOther('spring')
  rest(): void {}

  get broken(): string {
    throw new Error('a getter must not be called');
  }
}

@Injectable()
class Skier {
  @OnSeason('winter')
  ski(year: number): string {
    return `skis ${year}`;
  }
}

@Injectable()
class Farmer {
  @OnSeason('autumn')
  harvest(year: number): string {
    return `scythe ${year}`;
  }
}

async function discovery(...providers: Type[]): Promise<HandlerDiscovery> {
  const alias = providers.map((useExisting) => ({ provide: `alias of ${useExisting.name}`, useExisting }));
  const values = [
    { provide: 'text', useValue: 'text' },
    { provide: 'bare', useValue: Object.create(null) as object },
  ];

  @Module({ imports: [DiscoveryModule], providers: [HandlerDiscovery, ...providers, ...alias, ...values] })
  class Root {}

  const app = await NestFactory.createApplicationContext(Root, { logger: false });
  return app.get(HandlerDiscovery);
}

describe('HandlerDiscovery', () => {
  it('finds each decorated method once, bound to its provider', async () => {
    const found = (await discovery(Gardener, Skier)).all(OnSeason);
    expect(found.map(({ key, name, handle }) => [key, name, handle(2026)])).toEqual([
      ['spring', 'Gardener.dig', 'spade 2026'],
      ['autumn', 'Gardener.dig', 'spade 2026'],
      ['winter', 'Skier.ski', 'skis 2026'],
    ]);
  });

  it('keeps decorators apart', async () => {
    const found = (await discovery(Gardener, Skier)).all(OnOther);
    expect(found.map(({ key, name }) => [key, name])).toEqual([['spring', 'Gardener.rest']]);
  });

  it('maps each key to its handler', async () => {
    const handlers = (await discovery(Gardener, Skier)).byKey(OnSeason, ['spring', 'winter']);
    expect([...handlers.keys()]).toEqual(['spring', 'autumn', 'winter']);
    expect(handlers.get('winter')?.(2027)).toBe('skis 2027');
  });

  it('refuses two handlers of one key, naming both', async () => {
    const found = await discovery(Gardener, Farmer);
    expect(() => found.byKey(OnSeason)).toThrow(
      "@OnSeason('autumn') is on both Gardener.dig and Farmer.harvest. Remove one of them.",
    );
  });

  it('refuses a key without a handler', async () => {
    const found = await discovery(Gardener);
    expect(() => found.byKey(OnSeason, ['spring', 'winter'])).toThrow(
      "No provider has a method with @OnSeason('winter').",
    );
  });
});
