import { CreateDateColumn, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { User } from './user.entity';

/**
 * Somebody who administers this server: founds communities, and names their first operators. A table of its own and not
 * a row of `user_role`, whose rows are duties in one community each: this one is none of them, and gives no look into any.
 */
@Entity('server_administrator')
export class ServerAdministrator {
  @PrimaryColumn('uuid', { name: 'user_id', primaryKeyConstraintName: 'server_administrator_pkey' })
  userId: string;

  @CreateDateColumn({ name: 'since', type: 'timestamptz' })
  since: Date;

  @OneToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'server_administrator_user_id_fkey' })
  user: User;
}
