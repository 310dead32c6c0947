import { Injectable } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PinoLogger } from 'nestjs-pino';

/** One line for each request that the framework does not see, as it would have written it. */
@Injectable()
export class AccessLog {
  private logger?: Pick<PinoLogger, 'info'>;

  write({ method, url = '' }: IncomingMessage, { statusCode }: ServerResponse, id: string, ms: number): void {
    const mark = url.indexOf('?');
    const path = mark < 0 ? url : url.slice(0, mark);
    this.logger ??= plainLogger();
    this.logger.info(
      { req: { id, method, path }, res: { status: statusCode }, responseTime: Math.round(ms) },
      'request completed',
    );
  }
}

/** All that is written is said above; looking for secrets in it would cost as much as the line. */
function plainLogger() {
  const asIs = (value: unknown) => value;
  return PinoLogger.root.child({}, { redact: [], serializers: { req: asIs, res: asIs } });
}
