import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TellOfChange } from '../second-factor/tell-of-change';
import { Passkey } from './passkey.entity';

const DAY_MS = 86_400_000;

/** Tells a user that somebody seems to have a copy of a passkey; once a day at most, however often it is tried. */
@Injectable()
export class TellOfCopy {
  constructor(private readonly tell: TellOfChange) {}

  async run(manager: EntityManager, { id, userId, alarmedAt }: Passkey, now: Date): Promise<void> {
    if (alarmedAt && now.getTime() - alarmedAt.getTime() < DAY_MS) return;
    await manager.update(Passkey, { id }, { alarmedAt: now });
    await this.tell.run(manager, { userId, what: 'passkey-copied', passkeyId: id, byThemselves: false }, now);
  }
}
