import type { Language } from '@ceex/contracts';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { MailRequest } from '../users/mail-request.entity';
import { normalEmail } from '../users/users';
import { AnswerMailRequest } from './answer-mail-request';

/** A request is looked at a little later, so that nobody can tell from the next answer what there was to do. */
const SOON_MS = 150;
const SWEEP_MS = 30_000;
/** What could not be answered for so long is given up. */
const GIVE_UP_MS = 3_600_000;

const NEXT = `
SELECT id FROM mail_request ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED`;

/**
 * Requests for letters by people who are not signed in. A request is one row, whatever the address: known and unknown
 * ones are answered with the same work and in the same time. Who gets which letter is found out afterwards.
 */
@Injectable()
export class MailRequests implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(MailRequests.name);
  private running: Promise<void> = Promise.resolve();
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly answer: AnswerMailRequest,
  ) {}

  async add(kind: MailRequest['kind'], email: string, language: Language | null = null): Promise<void> {
    await this.dataSource.getRepository(MailRequest).insert({ kind, email: normalEmail(email), language });
    this.timers[1] ??= setTimeout(() => void this.soon(), SOON_MS).unref();
  }

  /** Answers all requests that there are, in order; resolves when it is done. */
  run(now = new Date()): Promise<void> {
    this.running = this.running.then(() => this.drain(now)).catch((error: unknown) => this.logger.error(error));
    return this.running;
  }

  onApplicationBootstrap(): void {
    // Also those that another replica left when it ended.
    this.timers[0] = setInterval(() => void this.run(), SWEEP_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    await this.running;
  }

  private soon(): Promise<void> {
    delete this.timers[1];
    return this.run();
  }

  private async drain(now: Date): Promise<void> {
    while (await this.dataSource.transaction((manager) => this.answerNext(manager, now)));
  }

  /** True where there may be another one. */
  private async answerNext(manager: EntityManager, now: Date): Promise<boolean> {
    const ids = (await manager.query<{ id: string }[]>(NEXT)).map(({ id }) => id);
    const [request] = await manager.findBy(MailRequest, { id: In(ids) });
    if (!request) return false;
    await manager.delete(MailRequest, { id: request.id });
    const isOld = now.getTime() - request.createdAt.getTime() > GIVE_UP_MS;
    if (!isOld) await this.answer.run(manager, request, now);
    return true;
  }
}
