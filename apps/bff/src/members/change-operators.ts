import { Failure } from '@ceex/server';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';
import { CommunityDirectory, type CommunityNames } from '../directory/community-directory';
import type { Letter } from '../mail/letters';
import { Outbox } from '../mail/outbox';
import { UserRole } from '../users/user-role.entity';
import { User } from '../users/user.entity';
import { MembersRepository } from './members.repository';

const LETTER_DAYS = 7;
const DAY_MS = 86_400_000;
const ROLE = 'operator';

export interface Duty {
  readonly communityId: number;
  readonly userId: string;
}

type News = Pick<Letter<'operator-made'>, 'kind' | 'data'> | Pick<Letter<'operator-ended'>, 'kind' | 'data'>;

/** Makes members operators of their community, and ends that duty. Doing what is done already changes nothing. */
@Injectable()
export class ChangeOperators {
  constructor(
    private readonly members: MembersRepository,
    private readonly directory: CommunityDirectory,
    private readonly auditLog: AuditLog,
    private readonly outbox: Outbox,
    private readonly dataSource: DataSource,
    @Inject(BFF_CONFIG) private readonly config: BffConfig,
  ) {}

  /** `not-found` for somebody who is no member: they must be invited. */
  async make(duty: Duty, actorId: string, now = new Date()): Promise<void> {
    const names = await this.directory.of(duty.communityId);
    await this.dataSource.transaction(async (manager) => {
      if (!(await this.members.find(duty.communityId, duty.userId, manager))) throw new Failure('not-found');
      const operators = await lockedOperators(manager, duty.communityId);
      if (operators.includes(duty.userId)) return;
      await manager.insert(UserRole, { ...duty, role: ROLE, since: now });
      await this.audit(manager, duty, actorId, true);
      const data = { community: names.name, link: `${this.config.PUBLIC_URL}/operator` };
      await this.tell(manager, duty, { kind: 'operator-made', data }, now);
    });
  }

  /** `last-operator` for the only one that the community has, `not-found` for somebody who is none. */
  async unmake(duty: Duty, actorId: string, now = new Date()): Promise<void> {
    const names: CommunityNames = await this.directory.of(duty.communityId);
    await this.dataSource.transaction(async (manager) => {
      const operators = await lockedOperators(manager, duty.communityId);
      if (!operators.includes(duty.userId)) throw new Failure('not-found');
      if (operators.length === 1) throw new Failure('last-operator');
      await manager.delete(UserRole, { ...duty, role: ROLE });
      await this.audit(manager, duty, actorId, false);
      await this.tell(manager, duty, { kind: 'operator-ended', data: { community: names.name } }, now);
    });
  }

  private audit(manager: EntityManager, { communityId, userId }: Duty, actorId: string, is: boolean): Promise<void> {
    return this.auditLog.record(manager, {
      actorId,
      communityId,
      action: is ? 'role-granted' : 'role-revoked',
      subject: { userId },
      before: { operator: !is },
      after: { operator: is },
    });
  }

  private async tell(manager: EntityManager, { communityId, userId }: Duty, news: News, now: Date): Promise<void> {
    const { email: to, language } = await manager.findOneByOrFail(User, { id: userId });
    const expiresAt = new Date(now.getTime() + LETTER_DAYS * DAY_MS);
    await this.outbox.put(manager, { to, language, expiresAt, communityId, ...news }, now);
  }
}

/** The operators of a community; nobody else changes them until the transaction ends. Two who dismiss each other wait. */
async function lockedOperators(manager: EntityManager, communityId: number): Promise<string[]> {
  const rows = await manager.find(UserRole, {
    where: { communityId, role: ROLE },
    order: { userId: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  return rows.map(({ userId }) => userId);
}
