import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import { byteCount } from '../../post/publication-media.entity.js';
import type { PostKind } from '../../post/publication.entity.js';

/** A block of received bytes, stored as one file in the staging store. */
export interface UploadPiece {
  name: string;
  sizeBytes: number;
}

/** An upload that arrives in pieces. Each media file has at most one. */
@Entity('resumable_uploads')
export class ResumableUpload {
  @PrimaryColumn('uuid', { name: 'media_id' })
  mediaId: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('text')
  kind: PostKind;

  /** The size of the whole file, as announced by the client. */
  @Column('bigint', { name: 'length_bytes', transformer: byteCount })
  lengthBytes: number;

  /** The offset at which to resume. Writers must name it, so one of two concurrent writers fails. */
  @Column('bigint', { name: 'received_bytes', transformer: byteCount, default: 0 })
  receivedBytes: number;

  /** The pieces in order. */
  @Column('jsonb', { default: () => "'[]'" })
  pieces: UploadPiece[];

  /** Set while a process assembles the pieces. */
  @Column('timestamptz', { name: 'completing_until', nullable: true })
  completingUntil: Date | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  /** Expires together with its link. */
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
