import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TellOfChange } from '../second-factor/tell-of-change';
import { Passkey } from './passkey.entity';

/** Removes an own passkey. The last one may go too: the password stays. */
@Injectable()
export class RemovePasskey {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tell: TellOfChange,
  ) {}

  /** Throws `not-found` where there is none, or it is somebody else's. */
  run(userId: string, id: string, now = new Date()): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      const { affected } = await manager.delete(Passkey, { id, userId });
      if (affected !== 1) throw new Failure('not-found');
      await this.tell.run(manager, { userId, what: 'passkey-removed', passkeyId: id }, now);
    });
  }
}
