import { Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { User } from './user.entity';

/** A node that belongs to a user. A user may have several nodes, a node several users. */
@Entity('user_node')
@Index('user_node_community_id_idx', ['communityId'])
@Index('user_node_node_id_idx', ['nodeId'])
export class UserNode {
  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'user_node_pkey' })
  userId: string;

  @PrimaryColumn('integer', { name: 'node_id', primaryKeyConstraintName: 'user_node_pkey' })
  nodeId: number;

  @Column('integer', { name: 'community_id' })
  communityId: number;

  @CreateDateColumn({ name: 'added_at', type: 'timestamptz' })
  addedAt: Date;

  /** The user who shared the node with this one; null where the operator mapped it. */
  @Column('uuid', { name: 'shared_by', nullable: true })
  sharedBy: string | null;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'user_node_user_id_fkey' })
  user: User;

  @ManyToOne(() => User, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'shared_by', foreignKeyConstraintName: 'user_node_shared_by_fkey' })
  sharer: User | null;
}
