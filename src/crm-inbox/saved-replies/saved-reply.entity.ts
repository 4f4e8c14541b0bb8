import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A text that users of the organisation answer with. */
@Entity('crm_saved_replies')
export class SavedReply {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'organisation_id' })
  organisationId: string;

  @Column('text')
  title: string;

  @Column('text')
  text: string;

  /** The user who last changed it. */
  @Column('text', { name: 'updated_by' })
  updatedBy: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
