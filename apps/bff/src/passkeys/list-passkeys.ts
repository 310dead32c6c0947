import type { Passkey as PasskeyOfMine } from '@ceex/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Passkey } from './passkey.entity';

/** The passkeys of a user, oldest first. */
@Injectable()
export class ListPasskeys {
  constructor(private readonly dataSource: DataSource) {}

  async run(userId: string): Promise<{ passkeys: PasskeyOfMine[] }> {
    const rows = await this.dataSource
      .getRepository(Passkey)
      .find({ where: { userId }, order: { createdAt: 'ASC', id: 'ASC' } });
    return {
      passkeys: rows.map(({ id, name, createdAt, lastUsedAt, backedUp }) => ({
        passkeyId: id,
        name,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
        backedUp,
      })),
    };
  }
}
