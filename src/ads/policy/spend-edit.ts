import { fromWireTime, type AdLevel, type OperationStatus } from '../../tiktok/index.js';
import { toMicros } from '../spec/money.js';
import type { SpendObject } from './spend-object.js';

/** A change of one object as far as the spend depends on it. What is absent stays. */
export interface SpendEdit {
  level: AdLevel;
  id: string;
  status?: OperationStatus;
  /** A decimal. */
  budget?: string;
  /** UTC, as TikTok writes times. */
  start?: string;
  end?: string;
  /** TikTok may then raise the budget automatically. */
  rises?: true;
}

/** A change that TikTok has made. */
export interface MadeEdit extends SpendEdit {
  at: Date;
}

type Apply = (object: SpendObject, edit: SpendEdit) => SpendObject;

/** Returns the objects as they are after the changes. */
export function afterEdits(objects: readonly SpendObject[], edits: readonly SpendEdit[]): SpendObject[] {
  return withEdits(objects, edits, applied);
}

/** Returns the objects with those parts of the changes that raise the spend: it is not known whether they are made. */
export function withRaises(objects: readonly SpendObject[], edits: readonly SpendEdit[]): SpendObject[] {
  return withEdits(objects, edits, (object, edit) => applied(object, raising(object, edit)));
}

/** Returns the objects with the changes that TikTok has made since it sent them. */
export function withMade(objects: readonly SpendObject[], edits: readonly MadeEdit[]): SpendObject[] {
  const late = new Map(edits.map((edit): [SpendEdit, Date] => [edit, edit.at]));
  return withEdits(objects, edits, (object, edit) =>
    (late.get(edit) ?? object.asOf) > object.asOf ? applied(object, edit) : object,
  );
}

/** False if no part can raise the spend. An ad never does: its ad group counts whether or not it has enabled ads. */
export function mayRaise({ level, status, budget, start, end, rises }: SpendEdit): boolean {
  if (level === 'ad') return false;
  return status === 'ENABLE' || [budget, start, end, rises].some((part) => part !== undefined);
}

export function isOf({ level, id }: { level: AdLevel; id: string }, object: SpendObject): boolean {
  return keyOf({ level, id }) === keyOf(object);
}

function withEdits(
  objects: readonly SpendObject[],
  edits: readonly SpendEdit[],
  apply: Apply,
): SpendObject[] {
  const byObject = new Map<string, SpendEdit[]>();
  for (const edit of edits) {
    const same = byObject.get(keyOf(edit));
    if (same) same.push(edit);
    else byObject.set(keyOf(edit), [edit]);
  }
  return objects.map((object) => (byObject.get(keyOf(object)) ?? []).reduce(apply, object));
}

function keyOf({ level, id }: { level: AdLevel; id: string }): string {
  return `${level} ${id}`;
}

function applied(object: SpendObject, edit: SpendEdit): SpendObject {
  const { status = object.operationStatus, budget = object.budget } = edit;
  const { start = object.start, end = object.end, rises = object.rises } = edit;
  return { ...object, operationStatus: status, budget, start, end, rises };
}

function raising(object: SpendObject, { level, id, status, budget, end, rises }: SpendEdit): SpendEdit {
  const isMore = isHigher(budget, object.budget);
  const [present, next] = [fromWireTime(object.end), fromWireTime(end)];
  const isLater = present !== null && next !== null && next > present;
  return {
    level,
    id,
    ...(status === 'ENABLE' && { status }),
    ...(isMore && budget !== undefined && { budget }),
    ...(isLater && end !== undefined && { end }),
    ...(rises && { rises }),
  };
}

export function isHigher(budget: string | undefined, than: string | null): boolean {
  if (budget === undefined) return false;
  return than === null || (toMicros(budget) ?? 0n) > (toMicros(than) ?? 0n);
}
