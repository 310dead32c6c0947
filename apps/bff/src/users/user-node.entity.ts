import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { User } from './user.entity';

/** A node that belongs to a user. A user may have several nodes, a node several users. */
@Entity('user_node')
export class UserNode {
  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'user_node_pkey' })
  userId: string;

  @PrimaryColumn('integer', { name: 'node_id', primaryKeyConstraintName: 'user_node_pkey' })
  nodeId: number;

  @Column('integer', { name: 'community_id' })
  communityId: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'user_node_user_id_fkey' })
  user: User;
}
