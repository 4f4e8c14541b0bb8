import { Injectable, Logger } from '@nestjs/common';
import { Clock, messageOf } from '../common/index.js';
import { ErasedPersons } from '../crm-inbox/index.js';
import type { IntegrationRef } from '../integrations/index.js';
import { possiblePersons } from './erased-event.js';
import type { IncomingEvent } from './incoming-event.js';

// Others are tried for seven days. The content of this one only waits for its deletion.
const PATIENCE_MS = 24 * 60 * 60_000;

/** Ends events about persons that each recipient has erased and that cannot be handled: their content must not stay. */
@Injectable()
export class ErasedEvents {
  private readonly logger = new Logger(ErasedEvents.name);

  constructor(
    private readonly erased: ErasedPersons,
    private readonly clock: Clock,
  ) {}

  /** @param error why the event could not be handled. @returns true if it shall not be tried again */
  async givesUp(
    event: IncomingEvent,
    recipients: readonly IntegrationRef[],
    error: unknown,
  ): Promise<boolean> {
    if (this.clock.now().getTime() - event.receivedAt.getTime() < PATIENCE_MS) return false;
    const organisationIds = [...new Set(recipients.map(({ organisationId }) => organisationId))];
    if (!(await this.erased.everywhere(organisationIds, possiblePersons(event)))) return false;
    this.logger.warn({
      msg: `gave up a webhook about an erased person: ${messageOf(error)}`,
      eventId: event.id,
    });
    return true;
  }
}
