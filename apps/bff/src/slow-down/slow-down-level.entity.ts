import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How much has been tried lately by one address, for one account or from one known browser. */
@Entity('slow_down')
@Index('slow_down_open_at_idx', ['openAt'])
export class SlowDownLevel {
  /** A fingerprint of what is counted: neither addresses nor accounts can be read here. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'slow_down_pkey' })
  key: Buffer;

  /** Tries, less those that time has forgiven. */
  @Column('double precision')
  level: number;

  /** The next try is taken from here on. */
  @Column('timestamptz', { name: 'open_at' })
  openAt: Date;
}
