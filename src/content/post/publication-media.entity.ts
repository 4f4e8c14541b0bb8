import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { MediaFacts } from './media-facts.js';

/** `upload`: uploaded to this service and staged. `url`: TikTok fetches it from a verified domain. */
export const MEDIA_SOURCES = ['upload', 'url'] as const;
export type MediaSource = (typeof MEDIA_SOURCES)[number];

/** Transforms bigint byte counts, which node-postgres returns as text. Real sizes fit a double exactly. */
export const byteCount = {
  to: (value: number | null) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};

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

  /** Name in the staging store; null before the upload, and once the bytes are deleted. */
  @Column('text', { name: 'staged_file', nullable: true })
  stagedFile: string | null;

  @Column('text', { name: 'media_type', nullable: true })
  mediaType: string | null;

  @Column('bigint', { name: 'size_bytes', nullable: true, transformer: byteCount })
  sizeBytes: number | null;

  /** Hex, of the uploaded bytes. */
  @Column('text', { nullable: true })
  sha256: string | null;

  /** Facts read from the bytes; null for files that TikTok fetches. */
  @Column('jsonb', { nullable: true })
  facts: MediaFacts | null;

  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
