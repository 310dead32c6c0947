import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditLog } from '../audit/audit-log';
import { Passkey } from './passkey.entity';

/** Gives an own passkey another name. */
@Injectable()
export class RenamePasskey {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditLog,
  ) {}

  /** Throws `not-found` where there is none, or it is somebody else's. */
  run(userId: string, id: string, name: string): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const passkey = await manager.findOne(Passkey, { where: { id, userId }, lock: { mode: 'pessimistic_write' } });
      if (!passkey) throw new Failure('not-found');
      if (passkey.name === name) return;
      await manager.update(Passkey, { id }, { name });
      // Without the names: people write their own into them, and the log outlives the account.
      await this.audit.record(manager, {
        actorId: userId,
        action: 'passkey-renamed',
        subject: { userId, passkeyId: id },
      });
    });
  }
}
