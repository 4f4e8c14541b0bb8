import type { AdDto } from '../../spec/ad.dto.js';
import type { LaunchAdGroupDto } from '../../spec/ad-group.dto.js';
import type { RuleName } from '../rule-catalogue.js';
import { NOW } from './sample-context.js';
import type { Choice, Sample } from './valid-launch.js';

export type { Choice } from './valid-launch.js';

/** A way to break one field of a valid launch. */
export interface Break {
  rule: RuleName;
  /** The field that the complaint names. */
  field: string | ((parts: Parts) => string);
  /** The objectives, goals and drivers in which the field can be broken so. */
  fits?: (choice: Choice) => boolean;
  /** Breaks the launch. @returns false if this one cannot be broken so */
  apply: (parts: Parts) => unknown;
}

export interface Parts extends Sample {
  group: LaunchAdGroupDto;
  ad: AdDto;
}

export const G = 'adGroups[0]';
export const A = `${G}.ads[0]`;
export const later = (days: number) => new Date(+NOW + days * 86_400_000).toISOString();
export const budgetOf = ({ body, group }: Parts) => group.budget ?? body.budget;
export const onGroups = ({ group }: Parts) => group.budget !== undefined;
export const isPost = ({ ad }: Parts) => ad.creative.postId !== undefined;
export const hasVideo = ({ ad }: Parts) => ad.creative.videoId !== undefined;
export const hasImages = ({ ad }: Parts) => ad.creative.imageIds !== undefined;
export const objective =
  (...names: string[]) =>
  ({ row }: Choice) =>
    names.includes(row.objective);
export const goal =
  (...names: string[]) =>
  ({ row }: Choice) =>
    names.includes(row.goal);
export const smart = ({ driver }: Choice) => driver === 'us_plus';
export const manual = ({ driver }: Choice) => driver === 'manual';
export const both =
  (...parts: ((choice: Choice) => boolean)[]) =>
  (choice: Choice) =>
    parts.every((part) => part(choice));
export const value = ({ row }: Choice) => row.bids === 'value';
export const drop = <Body extends object>(body: Body, key: keyof Body) => Reflect.deleteProperty(body, key);
export const websites = both(
  objective('TRAFFIC', 'WEB_CONVERSIONS'),
  ({ row }) => row.promotions?.[0] !== 'APP_ANDROID',
);
