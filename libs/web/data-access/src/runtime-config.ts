import { HttpClient } from '@angular/common/http';
import { Injectable, inject, signal } from '@angular/core';
import { getWebConfig, webConfig, type WebConfig } from '@ceex/contracts';
import { firstValueFrom } from 'rxjs';

/** Until the server has answered, and where it cannot be reached. */
const FALLBACK: WebConfig = { productName: 'CEEX', defaultLanguage: 'en' };

/** What is particular to this deployment; the bundle knows nothing of it. */
@Injectable({ providedIn: 'root' })
export class RuntimeConfig {
  private readonly http = inject(HttpClient);
  private readonly current = signal(FALLBACK);

  readonly value = this.current.asReadonly();

  /** Asks the server. Never rejects: an app that starts without an answer keeps the fallback. */
  async load(): Promise<void> {
    try {
      this.current.set(webConfig.parse(await firstValueFrom(this.http.get(getWebConfig.path))));
    } catch {
      // Offline, or the server is away: the pages say so themselves.
    }
  }
}
