import { hash } from 'node:crypto';

/** Recognises a person without keeping who it is. In hexadecimal digits. */
export function personHash(organisationId: string, personKey: string): string {
  return hash('sha256', JSON.stringify([organisationId, personKey]));
}
