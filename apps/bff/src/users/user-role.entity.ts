import { Check, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { User } from './user.entity';

/** A duty of a user in a community. Whoever has a node is a prosumer without a row here. */
@Entity('user_role')
@Index('user_role_community_id_idx', ['communityId'])
@Check('user_role_role', "role IN ('operator')")
export class UserRole {
  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'user_role_pkey' })
  userId: string;

  @PrimaryColumn('integer', { name: 'community_id', primaryKeyConstraintName: 'user_role_pkey' })
  communityId: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'user_role_pkey' })
  role: 'operator';

  @CreateDateColumn({ name: 'since', type: 'timestamptz' })
  since: Date;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'user_role_user_id_fkey' })
  user: User;
}
