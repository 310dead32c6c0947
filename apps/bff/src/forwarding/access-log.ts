import { Injectable } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PinoLogger } from 'nestjs-pino';

/** One line for each request that the framework does not see, as it would have written it. */
@Injectable()
export class AccessLog {
  constructor(private readonly logger: PinoLogger) {}

  write({ method, url = '' }: IncomingMessage, { statusCode }: ServerResponse, id: string, ms: number): void {
    const mark = url.indexOf('?');
    const path = mark < 0 ? url : url.slice(0, mark);
    this.logger.info(
      { req: { id, method, path }, res: { status: statusCode }, responseTime: Math.round(ms) },
      'request completed',
    );
  }
}
