import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { requestIdOf } from '../http/request-id';
import { noteProblem } from './answered-problem';
import { problemOf } from './problem-of';

/** The one place where failures become HTTP: RFC 9457 problem details for everything that is thrown. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const { problem, headers, unexpected } = problemOf(exception, requestIdOf(request));
    if (unexpected) this.logger.error(exception instanceof Error ? exception : new Error(String(exception)));
    // The head is out already (a stream broke midway): only cutting the line tells the client.
    if (response.headersSent) {
      response.destroy();
      return;
    }
    noteProblem(response, problem.code);
    response.status(problem.status).set(headers).type('application/problem+json').send(JSON.stringify(problem));
  }
}
