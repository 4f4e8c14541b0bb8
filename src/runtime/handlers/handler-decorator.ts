import { DiscoveryService } from '@nestjs/core';

/** A method that handles what its decorator names. */
export type Handler = (...args: never[]) => unknown;

/** One way to plug into the service: a decorator for methods of providers, found again by `HandlerDiscovery`. */
export interface HandlerDecorator<Key extends string, Handle extends Handler> {
  /** Marks a method as the handler of these keys. Its signature is checked by the compiler. */
  (
    ...keys: [Key, ...Key[]]
  ): <Method extends Handle>(
    target: object,
    method: string,
    descriptor: TypedPropertyDescriptor<Method>,
  ) => void;
  /** How errors name the decorator, e.g. `@WorkHandler`. */
  readonly label: string;
  /** The metadata key under which Nest keeps the marks. */
  readonly metadataKey: string;
}

/** Creates a decorator. @param label its name in errors, e.g. `@WorkHandler` */
export function handlerDecorator<Key extends string, Handle extends Handler>(
  label: string,
): HandlerDecorator<Key, Handle> {
  const mark = DiscoveryService.createDecorator<readonly string[]>();
  const decorate: (...keys: [Key, ...Key[]]) => MethodDecorator =
    (...keys) =>
    (target, method, descriptor) =>
      mark(keys)(target, method, descriptor);
  return Object.assign(decorate, { label, metadataKey: mark.KEY });
}
