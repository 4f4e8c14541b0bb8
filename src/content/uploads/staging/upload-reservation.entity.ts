import { Column, Entity, PrimaryColumn } from 'typeorm';
import { byteCount } from '../../post/publication-media.entity.js';

/** Room that an upload under way has taken, so that uploads at once cannot take more than there is. */
@Entity('upload_reservations')
export class UploadReservation {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('bigint', { transformer: byteCount })
  bytes: number;

  /** Of an upload whose process has died nobody takes the reservation away. */
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}
