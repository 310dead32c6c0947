import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { pathOf, type Route } from '@ceex/contracts';
import { firstValueFrom } from 'rxjs';
import type { z } from 'zod';

type Answer<R> = R extends { readonly schemas: { readonly response: infer S extends z.ZodType } } ? z.output<S> : void;
type Body<R> = R extends { readonly schemas: { readonly body: infer S extends z.ZodType } }
  ? { readonly body: z.input<S> }
  : { readonly body?: string };

/** What a call sends: what is undefined in the query is left out; a body of CSV is its text. */
export type BffCall<R> = Body<R> & {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
};

/** Calls the routes that the BFF answers itself, as their contracts say. */
@Injectable({ providedIn: 'root' })
export class BffClient {
  private readonly http = inject(HttpClient);

  /** Resolves to the answer, read by the contract's schema; to nothing where there is none. Rejects with a ProblemError. */
  async call<R extends Route>(route: R, { params, query = {}, body }: BffCall<R>): Promise<Answer<R>> {
    const asked = Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
    const headers: Record<string, string> = route.bodyType === undefined ? {} : { 'content-type': route.bodyType };
    const schema = route.schemas.response;
    const answer = await firstValueFrom(
      this.http.request<unknown>(route.method, pathOf(route, params), {
        headers,
        body,
        params: Object.fromEntries(asked),
      }),
    );
    return schema?.parse(answer) as Answer<R>;
  }
}
