import { hash } from 'node:crypto';

/** Recognises an id in an organisation, such as that of a person, without keeping what it is. In hexadecimal digits. */
export function organisationHash(organisationId: string, id: string): string {
  return hash('sha256', JSON.stringify([organisationId, id]));
}
