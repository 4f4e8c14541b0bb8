import { v7 } from 'uuid';

/** A new id of our own: UUIDv7, so that rows sort by the time they were made. */
export function newId(): string {
  return v7();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text has the form of one of our ids (Postgres refuses anything else in a uuid column). */
export function isId(text: string): boolean {
  return UUID.test(text);
}
