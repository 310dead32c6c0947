import type { IncomingMessage } from 'node:http';
import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { DestinationStream } from 'pino';
import { requestIdOf } from '../http/request-id';
import { traceFields } from '../tracing/trace-link';
import { errorEntry } from './error-entry';

export interface LoggingOptions {
  /** Name of the program in every line. */
  readonly name: string;
  readonly level: string;
  /** Where lines go; standard output by default. */
  readonly destination?: DestinationStream;
}

/** Wherever one of these turns up in a logged object, its value is not written. */
const SECRET = [
  'password',
  'passwordHash',
  'token',
  'secret',
  'authorization',
  'cookie',
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
  '*.password',
  '*.passwordHash',
  '*.token',
  '*.secret',
  '*.authorization',
  '*.cookie',
];

/**
 * Structured logs (JSON lines) with the request's id. Neither bodies nor headers nor query strings are written;
 * health checks are not logged at all.
 */
export function loggerModule({ name, level, destination }: LoggingOptions): DynamicModule {
  const mixin = traceFields();
  const options = {
    name,
    level,
    ...(mixin && { mixin }),
    redact: { paths: SECRET, censor: '[redacted]' },
    genReqId: (request: IncomingMessage) => requestIdOf(request) ?? '',
    autoLogging: { ignore: (request: IncomingMessage) => isHealthCheck(request.url) },
    serializers: {
      err: (error: unknown) => errorEntry(error),
      req: (request: { id: unknown; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: withoutQuery(request.url),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  };
  return LoggerModule.forRoot({ pinoHttp: destination === undefined ? options : [options, destination] });
}

function isHealthCheck(url = ''): boolean {
  return /^(\/api)?\/health(\/|$)/.test(withoutQuery(url));
}

function withoutQuery(url: string): string {
  return url.split('?', 1)[0] ?? '';
}
