import type { AuditAction } from '@ceex/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditEntry } from './audit-entry.entity';
import type { AuditValue } from './audit-value';

/** Ids by name; what is undefined is left out. */
export type AuditSubject = Readonly<Record<string, string | number | undefined>>;

/** Something that was changed, by whom, and how it was before. People by their ids only: no address, no secret. */
export interface AuditRecord {
  /** The user who did it; null where the server did it by itself, or where nobody was signed in. */
  readonly actorId: string | null;
  /** The community that it concerns: its operator reads the entry. Without one, the server administrator does. */
  readonly communityId?: number;
  readonly action: AuditAction;
  /** What it was done to: `userId`, `nodeId`, `invitationId` … */
  readonly subject: AuditSubject;
  readonly before?: AuditValue;
  readonly after?: AuditValue;
}

/** Writes down who changed what. */
@Injectable()
export class AuditLog {
  /** Adds an entry in the transaction of `manager`, so that there is no change without its entry, nor the reverse. */
  async record(manager: EntityManager, entry: AuditRecord): Promise<void> {
    const { actorId, communityId = null, action, subject, before = null, after = null } = entry;
    await manager.insert(AuditEntry, { actorId, communityId, action, subject, before, after });
  }
}
