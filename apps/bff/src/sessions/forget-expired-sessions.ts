import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Sessions } from './sessions';

const HOURLY_MS = 3_600_000;

/** Once an hour, removes the rows of sessions that nobody can renew any more. */
@Injectable()
export class ForgetExpiredSessions implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(ForgetExpiredSessions.name);
  private timer?: NodeJS.Timeout;

  constructor(private readonly sessions: Sessions) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.run(), HOURLY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async run(): Promise<void> {
    await this.sessions.forgetExpired().catch((error: unknown) => this.logger.error(error));
  }
}
