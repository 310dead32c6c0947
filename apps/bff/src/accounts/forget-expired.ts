import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import { SlowDown } from '../slow-down/slow-down';
import { EmailChangeRow } from '../users/email-change.entity';
import { OneTimeTokens } from '../users/one-time-tokens';

const HOURLY_MS = 3_600_000;

/** Once an hour, removes links, changes of address and counts that mean nothing any more. */
@Injectable()
export class ForgetExpired implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ForgetExpired.name);
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly dataSource: DataSource,
    private readonly tokens: OneTimeTokens,
    private readonly slowDown: SlowDown,
  ) {}

  onApplicationBootstrap(): void {
    const run = () => void this.run().catch((error: unknown) => this.logger.error(error));
    this.timer = setInterval(run, HOURLY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async run(now = new Date()): Promise<void> {
    await this.tokens.forgetExpired(this.dataSource.manager, now);
    await this.dataSource.getRepository(EmailChangeRow).delete({ expiresAt: LessThan(now) });
    await this.slowDown.forgetOld(now);
  }
}
