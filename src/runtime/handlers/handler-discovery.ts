import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Handler, HandlerDecorator } from './handler-decorator.js';

/** A decorated method, bound to its provider. */
export interface FoundHandler<Key extends string, Handle extends Handler> {
  key: Key;
  /** e.g. `SyncWorker.handle` */
  name: string;
  handle: Handle;
}

/** Finds decorated methods among the providers of all modules. Call it from `onModuleInit`: every provider exists by then. */
@Injectable()
export class HandlerDiscovery {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** One entry per decorated method and key, in the order in which Nest created the modules. */
  all<Key extends string, Handle extends Handler>(
    decorator: HandlerDecorator<Key, Handle>,
  ): FoundHandler<Key, Handle>[] {
    return [...this.instances()].flatMap((instance) => handlersOf(instance, decorator, this.scanner));
  }

  /** @throws Error when a key has two handlers, or when one of `needed` has none */
  byKey<Key extends string, Handle extends Handler>(
    decorator: HandlerDecorator<Key, Handle>,
    needed: readonly Key[] = [],
  ): ReadonlyMap<Key, Handle> {
    const found = new Map<Key, FoundHandler<Key, Handle>>();
    for (const one of this.all(decorator)) {
      const other = found.get(one.key);
      if (other) {
        throw new Error(
          `${decorator.label}('${one.key}') is on both ${other.name} and ${one.name}. Remove one of them.`,
        );
      }
      found.set(one.key, one);
    }
    const missing = needed.find((key) => !found.has(key));
    if (missing !== undefined) {
      throw new Error(
        `No provider has a method with ${decorator.label}('${missing}'). Decorate one, and list its class in a module.`,
      );
    }
    return new Map([...found].map(([key, { handle }]) => [key, handle]));
  }

  /** Each once: an alias is a provider of its own with the same instance. */
  private instances(): Set<object> {
    const instances = this.discovery.getProviders().map(({ instance }) => instance as unknown);
    return new Set(instances.filter((one) => typeof one === 'object' && one !== null));
  }
}

function handlersOf<Key extends string, Handle extends Handler>(
  instance: object,
  { metadataKey }: HandlerDecorator<Key, Handle>,
  scanner: MetadataScanner,
): FoundHandler<Key, Handle>[] {
  const prototype = Object.getPrototypeOf(instance) as Record<string, Handle> | null;
  return scanner.getAllMethodNames(prototype).flatMap((method) => {
    const handle = prototype?.[method];
    const keys = handle && (Reflect.getMetadata(metadataKey, handle) as readonly Key[] | undefined);
    if (!handle || !keys) return [];
    const name = `${instance.constructor.name}.${method}`;
    return keys.map((key) => ({ key, name, handle: handle.bind(instance) as Handle }));
  });
}
