import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReviewVerdict } from '../objects/secondary-status.js';
import type { StepKind, StepStatus } from './launch-states.js';

/** An object that a user has stopped, so that the launch leaves it as it is. */
export interface KeptObject {
  name: string | null;
  status: 'DISABLE' | 'DELETE';
  by: 'user' | 'kill_switch' | 'ads_manager';
  userId: string | null;
  /** ISO 8601. */
  at: string;
}

/** What a step has found out, for the report and for later steps. */
export interface StepDetail {
  /** Counts resumes, so that a repeated create is a change of its own. */
  attempt?: number;
  /** True: it was not known whether a publication becomes a post or an upload when the launch was accepted. */
  openPublications?: boolean;
  /** The uploads of a publication's files. */
  creativeIds?: string[];
  /** The portfolio of a call to action. */
  callToActionId?: string;
  /** What the creative became at TikTok. */
  creative?: { videoId?: string; coverImageId?: string; imageIds?: string[]; postId?: string };
  /** When it was resumed although a user had paused what it enables: earlier pauses no longer count. ISO 8601. */
  resumedAt?: string;
  /** When the review was first looked at. ISO 8601. */
  reviewSince?: string;
  /** Calls in a row to which TikTok gave no answer. */
  failures?: number;
  /** By ad id. `pending`: not reviewed by the deadline. `reasonMissing`: TikTok has given none, so it is asked again. */
  review?: Record<string, { verdict: ReviewVerdict; reasons: string[]; reasonMissing?: true }>;
  /** True: TikTok was asked to report the reviews. */
  followed?: boolean;
  /** Ids that TikTok refused to enable, with its reason. */
  refused?: Record<string, string>;
  /** By id: what users have stopped. */
  kept?: Record<string, KeptObject>;
}

/** One step of a launch. */
@Entity('ad_launch_steps')
export class LaunchStep {
  @PrimaryColumn('uuid', { name: 'launch_id' })
  launchId: string;

  @PrimaryColumn('integer')
  position: number;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  /** Names the step within its launch, e.g. `ad:0.1`. */
  @Column('text')
  key: string;

  @Column('text')
  kind: StepKind;

  @Column('text')
  name: string;

  @Column('text')
  status: StepStatus;

  /** TikTok's id of what the step created. */
  @Column('text', { name: 'object_id', nullable: true })
  objectId: string | null;

  @Column('jsonb', { nullable: true })
  detail: StepDetail | null;

  @Column('text', { nullable: true })
  message: string | null;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
