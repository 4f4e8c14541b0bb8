import { Injectable } from '@nestjs/common';
import type { Deliverer } from './deliverer.js';
import type { OutgoingKind } from './outgoing.entity.js';

/** How each kind of outgoing message is sent. */
@Injectable()
export class Deliverers {
  private readonly byKind = new Map<OutgoingKind, Deliverer>();

  register(kind: OutgoingKind, deliverer: Deliverer): void {
    this.byKind.set(kind, deliverer);
  }

  /** @throws Error for a kind without one, which is a bug */
  of(kind: OutgoingKind): Deliverer {
    const deliverer = this.byKind.get(kind);
    if (!deliverer) throw new Error(`nothing delivers ${kind}`);
    return deliverer;
  }
}
