import { Injectable } from '@nestjs/common';
import { Coalescer, isDatabaseUnavailable, isError, messageOf } from '../common/index.js';
import type { IntegrationRef } from '../integrations/index.js';
import type { MessageFact } from './facts/message-fact.js';
import { ConversationWriter } from './store/conversation-writer.js';

const MAX_FACTS = 50;

interface Arrival {
  integration: IntegrationRef;
  fact: MessageFact;
}

/** Stores what events say. Concurrent events about one account share a transaction. */
@Injectable()
export class FactIntake {
  private readonly arrivals = new Coalescer((all: Arrival[]) => this.storeAll(all), MAX_FACTS);

  constructor(private readonly writer: ConversationWriter) {}

  /** Stores a fact. A repeated one changes nothing. @throws Error that concerns only this fact */
  async store(integration: IntegrationRef, fact: MessageFact): Promise<void> {
    const failure = await this.arrivals.add({ integration, fact });
    if (failure) throw failure;
  }

  private async storeAll(all: Arrival[]): Promise<(Error | undefined)[]> {
    const failures = new Map<Arrival, Error>();
    for (const id of new Set(all.map(({ integration }) => integration.id)))
      await this.storeOwn(
        all.filter(({ integration }) => integration.id === id),
        failures,
      );
    return all.map((arrival) => failures.get(arrival));
  }

  /** If the batch fails, each fact is stored separately. */
  private async storeOwn(arrivals: Arrival[], failures: Map<Arrival, Error>): Promise<void> {
    const [first, another] = arrivals;
    if (!first) return;
    try {
      await this.writer.store(
        first.integration,
        arrivals.map(({ fact }) => fact),
      );
    } catch (error) {
      if (isDatabaseUnavailable(error)) throw error;
      if (!another) failures.set(first, isError(error) ? error : new Error(messageOf(error)));
      else for (const arrival of arrivals) await this.storeOwn([arrival], failures);
    }
  }
}
