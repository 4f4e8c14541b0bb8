import type { EntityManager } from 'typeorm';
import { erasedPersons } from '../contacts/contact-writer.js';
import { appendToTimeline, type TimelineEntry } from '../store/timeline.js';

/** Adds a line about a person, unless the organisation has erased the person since: lists and repeated events tell it again. */
export async function appendAboutPerson(
  em: EntityManager,
  personKey: string | null,
  entry: TimelineEntry,
): Promise<void> {
  const erased = await erasedPersons(em, entry.organisationId, personKey === null ? [] : [personKey]);
  const erasedAt = personKey === null ? undefined : erased.get(personKey);
  if (erasedAt === undefined || entry.at > erasedAt) await appendToTimeline(em, entry);
}
