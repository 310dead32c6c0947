import type { AuditEntryView, AuditPage, AuditPerson, AuditQuery } from '@ceex/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, LessThan } from 'typeorm';
import { User } from '../users/user.entity';
import { AuditEntry } from './audit-entry.entity';

/** Reads the audit log. */
@Injectable()
export class ReadAudit {
  constructor(private readonly dataSource: DataSource) {}

  /** A page of entries of a community, or (null) of those that belong to none, newest first. */
  async run(communityId: number | null, { action, actor, before, limit }: AuditQuery): Promise<AuditPage> {
    const rows = await this.dataSource.getRepository(AuditEntry).find({
      where: {
        communityId: communityId ?? IsNull(),
        ...(action && { action }),
        ...(actor && { actorId: actor }),
        ...(before !== undefined && { id: LessThan(String(before)) }),
      },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const shown = rows.slice(0, limit);
    const emails = await this.emailsOf(shown.flatMap(peopleOf));
    const entries = shown.map((row) => viewOf(row, emails));
    return { entries, next: rows.length > limit ? (entries.at(-1)?.entryId ?? null) : null };
  }

  /** The addresses that people have now. The log itself knows only ids, and forgets nobody who deleted the account. */
  private async emailsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const users = await this.dataSource
      .getRepository(User)
      .find({ select: { id: true, email: true }, where: { id: In([...new Set(ids)]) } });
    return new Map(users.map(({ id, email }) => [id, email]));
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function subjectOf({ subject }: AuditEntry): string | undefined {
  const id = subject['userId'];
  return typeof id === 'string' && UUID.test(id) ? id : undefined;
}

function peopleOf(row: AuditEntry): string[] {
  return [row.actorId, subjectOf(row)].filter((id) => id != null);
}

function viewOf(row: AuditEntry, emails: ReadonlyMap<string, string>): AuditEntryView {
  const person = (userId: string | null | undefined): AuditPerson | null =>
    userId == null ? null : { userId, email: emails.get(userId) ?? null };
  const { id, at, actorId, action, subject, before, after } = row;
  return {
    entryId: Number(id),
    at: at.toISOString(),
    actor: person(actorId),
    action,
    subject: subject as AuditEntryView['subject'],
    person: person(subjectOf(row)),
    before,
    after,
  };
}
