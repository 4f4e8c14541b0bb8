import { Column, Entity, PrimaryColumn } from 'typeorm';
import { byteCount } from '../../post/publication-media.entity.js';

/** Quota that an active upload has reserved, so that concurrent uploads cannot exceed it. */
@Entity('upload_reservations')
export class UploadReservation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('bigint', { transformer: byteCount })
  bytes: number;

  /** Ends the reservation when the process dies before releasing it. */
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
