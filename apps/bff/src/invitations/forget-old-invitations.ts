import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import { Invitation } from './invitation.entity';

const HOURLY_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** So long after its last letter has expired an invitation is still listed. */
export const KEPT_DAYS = 90;

/**
 * Once an hour, removes the invitations that are long over, whatever became of them: the addresses in them belong to
 * people who may never have come. The audit log keeps what happened, without addresses.
 */
@Injectable()
export class ForgetOldInvitations implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ForgetOldInvitations.name);
  private timer?: NodeJS.Timeout;

  constructor(private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    const run = () => void this.run().catch((error: unknown) => this.logger.error(error));
    this.timer = setInterval(run, HOURLY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async run(now = new Date()): Promise<void> {
    const before = new Date(now.getTime() - KEPT_DAYS * DAY_MS);
    await this.dataSource.getRepository(Invitation).delete({ expiresAt: LessThan(before) });
  }
}
