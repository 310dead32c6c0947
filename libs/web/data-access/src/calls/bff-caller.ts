import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { Route, RouteSchemas } from '@ceex/contracts';
import { firstValueFrom } from 'rxjs';
import type { z } from 'zod';

/** What a route answers with, read by its schema; nothing where it has none. */
export type AnswerOf<S extends RouteSchemas> = S['response'] extends z.ZodType ? z.output<S['response']> : void;

/** Calls a route of the BFF. */
@Injectable({ providedIn: 'root' })
export class BffCaller {
  private readonly http = inject(HttpClient);

  /** Resolves to the answer as its schema reads it. Rejects with a ProblemError, or where the answer is not as agreed. */
  async call<S extends RouteSchemas>(route: Route<S>, body: unknown = null, path = route.path): Promise<AnswerOf<S>> {
    const { method, schemas } = route;
    if (schemas.response === undefined) {
      await firstValueFrom(this.http.request(method, path, { body, responseType: 'text' }));
      return undefined as AnswerOf<S>;
    }
    const answer = await firstValueFrom(this.http.request<unknown>(method, path, { body }));
    return schemas.response.parse(answer) as AnswerOf<S>;
  }
}
