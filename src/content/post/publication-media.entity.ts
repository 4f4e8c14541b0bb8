import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { MediaFacts } from './media-facts.js';
import { byteCount } from './byte-count.js';

/** `upload`: the bytes are sent to us and staged. `url`: TikTok fetches them from a verified domain. */
export const MEDIA_SOURCES = ['upload', 'url'] as const;
export type MediaSource = (typeof MEDIA_SOURCES)[number];

/** One file of a publication. */
@Entity('publication_media')
export class PublicationMedia {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('uuid', { name: 'publication_id' })
  publicationId: string;

  /** Only for `Publication.media`; by name, because that entity imports this one. */
  @ManyToOne('Publication', 'media')
  @JoinColumn({ name: 'publication_id' })
  publication?: object;

  /** From 0. */
  @Column('integer')
  position: number;

  @Column('text')
  source: MediaSource;

  @Column('text', { nullable: true })
  url: string | null;

  /** Name within the staging store; null before the upload, and after the bytes were deleted. */
  @Column('text', { name: 'staged_file', nullable: true })
  stagedFile: string | null;

  @Column('text', { name: 'media_type', nullable: true })
  mediaType: string | null;

  @Column('bigint', { name: 'size_bytes', nullable: true, transformer: byteCount })
  sizeBytes: number | null;

  /** Hex, of the bytes as they were uploaded to us. */
  @Column('text', { nullable: true })
  sha256: string | null;

  /** What the file is, read from its bytes; null for what TikTok fetches itself. */
  @Column('jsonb', { nullable: true })
  facts: MediaFacts | null;

  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
