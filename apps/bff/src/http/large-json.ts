import { bffRoutes, type Route } from '@ceex/contracts';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { json, type Request, type Response } from 'express';
import type { Observable } from 'rxjs';

/** Their bodies are left unread until the guards have let the caller in: nobody else may make us read megabytes. */
const LARGE: readonly Route[] = [bffRoutes.createCommunity];

/** Whether the body of a request waits for `LargeJson`. */
export function hasLargeBody({ method, path }: Pick<Request, 'method' | 'path'>): boolean {
  return LARGE.some((route) => route.method === method && route.path === path);
}

/** Reads the JSON body of a route whose body may be large; beyond `maxBytes` it is refused with 413. */
export class LargeJson implements NestInterceptor {
  private readonly read: ReturnType<typeof json>;

  constructor(maxBytes: number) {
    this.read = json({ limit: maxBytes, inflate: false, strict: true });
  }

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    await new Promise<void>((resolve, reject) => {
      this.read(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error as Error)));
    });
    return next.handle();
  }
}
