import { Injectable, Logger } from '@nestjs/common';
import { Clock, messageOf } from '../common/index.js';
import { ErasedPersons } from '../crm-inbox/index.js';
import type { IntegrationRef } from '../integrations/index.js';
import { possiblePersons } from './erased-event.js';
import type { IncomingEvent } from './incoming-event.js';

// Others are tried for seven days. The content of this one only waits for its deletion.
const PATIENCE_MS = 24 * 60 * 60_000;

/** Recognises events about persons that each recipient has erased: their content must not stay. */
@Injectable()
export class ErasedEvents {
  private readonly logger = new Logger(ErasedEvents.name);

  constructor(
    private readonly erased: ErasedPersons,
    private readonly clock: Clock,
  ) {}

  /** True if none of the organisations may keep what the event says. */
  isErased(event: IncomingEvent, recipients: readonly IntegrationRef[]): Promise<boolean> {
    const organisationIds = [...new Set(recipients.map(({ organisationId }) => organisationId))];
    return this.erased.everywhere(organisationIds, possiblePersons(event));
  }

  /** @param error why the event could not be handled. @returns true if it shall not be tried again */
  async givesUp(
    event: IncomingEvent,
    recipients: readonly IntegrationRef[],
    error: unknown,
  ): Promise<boolean> {
    if (this.clock.now().getTime() - event.receivedAt.getTime() < PATIENCE_MS) return false;
    if (!(await this.isErased(event, recipients))) return false;
    this.logger.warn({
      msg: `gave up a webhook about an erased person: ${messageOf(error)}`,
      eventId: event.id,
    });
    return true;
  }
}
