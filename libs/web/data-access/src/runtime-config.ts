import { HttpClient } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import type { WebConfig } from '@ceex/contracts';
import { LANGUAGES, WEB_CONFIG_PATH } from '@ceex/contracts/constants';
import { firstValueFrom } from 'rxjs';

/** Until the server has answered, and where it cannot be reached. */
const FALLBACK: WebConfig = { productName: 'CEEX', defaultLanguage: 'en', openRegistration: false };

/** What is particular to this deployment; the bundle knows nothing of it. */
@Injectable({ providedIn: 'root' })
export class RuntimeConfig {
  private readonly http = inject(HttpClient);
  private readonly current = signal(FALLBACK);

  readonly value = this.current.asReadonly();

  /** Asks the server. Never rejects: an app that starts without an answer keeps the fallback. */
  async load(): Promise<void> {
    try {
      const answer = await firstValueFrom(this.http.get<unknown>(WEB_CONFIG_PATH));
      if (isWebConfig(answer)) this.current.set(answer);
    } catch {
      // Offline, or the server is away: the pages say so themselves.
    }
  }
}

/** Every value is of the kind that the fallback has. Without the contracts' schema: the first page is not to wait for zod. */
function isWebConfig(answer: unknown): answer is WebConfig {
  if (typeof answer !== 'object' || answer === null) return false;
  const values = answer as Record<string, unknown>;
  const sameKinds = Object.entries(FALLBACK).every(([name, value]) => typeof values[name] === typeof value);
  return sameKinds && LANGUAGES.some((language) => language === values['defaultLanguage']);
}
