import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { AuditedWrites } from './audited-writes';

const EVERY_MS = 5 * 60_000;

/** Now and then, takes writes into the audit log whose program died before it could. */
@Injectable()
export class SettleLostWrites implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(SettleLostWrites.name);
  private timer?: NodeJS.Timeout;

  constructor(private readonly writes: AuditedWrites) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.run(), EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async run(): Promise<void> {
    await this.writes.settleLost().catch((error: unknown) => this.logger.error(error));
  }
}
