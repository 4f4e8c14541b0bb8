import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { StepKind, StepStatus } from './launch-states.js';

/** What a step has found out, for the report and for later steps. */
export interface StepDetail {
  /** Counts resumes, so that a repeated create is a change of its own. */
  attempt?: number;
  /** The uploads of a publication's files. */
  creativeIds?: string[];
  /** The portfolio of a call to action. */
  callToActionId?: string;
  /** What the creative became at TikTok. */
  creative?: { videoId?: string; coverImageId?: string; imageIds?: string[]; postId?: string };
  /** By ad id. */
  review?: Record<string, { verdict: 'approved' | 'rejected'; reasons: string[] }>;
  /** True: TikTok was asked to report the reviews. */
  followed?: boolean;
  /** Ids that TikTok refused to enable, with its reason. */
  refused?: Record<string, string>;
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
