import { v7 } from 'uuid';

/** Creates an id: a UUIDv7, so that rows sort by creation time. */
export function newId(): string {
  return v7();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True if the text is a UUID. PostgreSQL rejects anything else in a uuid column. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
