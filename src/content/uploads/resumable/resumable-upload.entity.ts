import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import { byteCount } from '../../post/publication-media.entity.js';
import type { PostKind } from '../../post/publication.entity.js';

/** Bytes that have arrived together, as a file of the staging store. */
export interface UploadPiece {
  name: string;
  sizeBytes: number;
}

/** A file that arrives in pieces. Each has at most one such upload. */
@Entity('resumable_uploads')
export class ResumableUpload {
  @PrimaryColumn('uuid', { name: 'media_id' })
  mediaId: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('text')
  kind: PostKind;

  /** Of the whole file, as the client has announced it. */
  @Column('bigint', { name: 'length_bytes', transformer: byteCount })
  lengthBytes: number;

  /** Where it goes on. Pieces are added only by whoever knows it: of two writers at once, one fails. */
  @Column('bigint', { name: 'received_bytes', transformer: byteCount, default: 0 })
  receivedBytes: number;

  /** In their order. */
  @Column('jsonb', { default: () => "'[]'" })
  pieces: UploadPiece[];

  /** While a process puts the pieces together. */
  @Column('timestamptz', { name: 'completing_until', nullable: true })
  completingUntil: Date | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  /** As its link. */
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
