import { Injectable, type OnModuleInit } from '@nestjs/common';
import { handlerDecorator, HandlerDiscovery } from '../runtime/index.js';
import { WORK_KINDS, type WorkKind } from './work-kinds.js';
import type { HandleWork, Work } from './work.js';

const KINDS = Object.keys(WORK_KINDS) as WorkKind[];

/** Marks the method that does one kind of background work: `@WorkHandler('sync') handle(claim)`. */
export const WorkHandler = handlerDecorator<WorkKind, HandleWork>('@WorkHandler');

/** All kinds of work with their handlers. The process does not start while a kind has none, or two. */
@Injectable()
export class WorkHandlers implements OnModuleInit {
  private readonly works = new Map<string, Work>();

  constructor(private readonly discovery: HandlerDiscovery) {}

  onModuleInit(): void {
    for (const [name, handle] of this.discovery.byKey(WorkHandler, KINDS))
      this.works.set(name, { name, ...WORK_KINDS[name], handle });
  }

  get(name: string): Work | undefined {
    return this.works.get(name);
  }

  all(): Work[] {
    return [...this.works.values()];
  }
}
