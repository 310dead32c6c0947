import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { bffRoutes, me, pathOf, type Credentials, type Me } from '@ceex/contracts';
import { firstValueFrom, map } from 'rxjs';

/** The BFF's `/api/auth`. The session itself is in HttpOnly cookies, out of reach of scripts. */
@Injectable({ providedIn: 'root' })
export class AuthClient {
  private readonly http = inject(HttpClient);

  signIn(credentials: Credentials): Promise<Me> {
    return this.answer('POST', pathOf(bffRoutes.login), credentials);
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.http.post(pathOf(bffRoutes.logout), null, { responseType: 'text' }));
  }

  refresh(): Promise<Me> {
    return this.answer('POST', pathOf(bffRoutes.refresh));
  }

  me(): Promise<Me> {
    return this.answer('GET', pathOf(bffRoutes.getMe));
  }

  setLanguage(language: Me['language']): Promise<Me> {
    return this.answer('PUT', pathOf(bffRoutes.putLanguage), { language });
  }

  private answer(method: string, url: string, body?: unknown): Promise<Me> {
    return firstValueFrom(this.http.request<unknown>(method, url, { body }).pipe(map((answer) => me.parse(answer))));
  }
}
