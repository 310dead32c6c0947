import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { AuthenticationResponse, Credentials, Me, RequestOptions, SecondFactorProof } from '@ceex/contracts';
import {
  LOGIN_PATH,
  LOGOUT_PATH,
  ME_PATH,
  PASSKEY_LOGIN_PATH,
  PASSKEY_OPTIONS_PATH,
  REFRESH_PATH,
  SECOND_STEP_PATH,
} from '@ceex/contracts/constants';
import { firstValueFrom } from 'rxjs';

/** The BFF's `/api/auth`. The session itself is in HttpOnly cookies, out of reach of scripts. */
@Injectable({ providedIn: 'root' })
export class AuthClient {
  private readonly http = inject(HttpClient);

  signIn(credentials: Credentials): Promise<Me> {
    return this.answer('POST', LOGIN_PATH, credentials);
  }

  secondStep(proof: SecondFactorProof): Promise<Me> {
    return this.answer('POST', SECOND_STEP_PATH, proof);
  }

  /** What a passkey is to sign. Without its schema, which would load before anybody signs in: the browser checks it. */
  passkeyOptions(): Promise<RequestOptions> {
    return firstValueFrom(this.http.post<RequestOptions>(PASSKEY_OPTIONS_PATH, null));
  }

  signInWithPasskey(response: AuthenticationResponse): Promise<Me> {
    return this.answer('POST', PASSKEY_LOGIN_PATH, { response });
  }

  async signOut(): Promise<void> {
    await firstValueFrom(this.http.post(LOGOUT_PATH, null, { responseType: 'text' }));
  }

  refresh(): Promise<Me> {
    return this.answer('POST', REFRESH_PATH);
  }

  me(): Promise<Me> {
    return this.answer('GET', ME_PATH);
  }

  setLanguage(language: Me['language']): Promise<Me> {
    return this.answer('PUT', `${ME_PATH}/language`, { language });
  }

  private async answer(method: string, url: string, body?: unknown): Promise<Me> {
    const answer = firstValueFrom(this.http.request<unknown>(method, url, { body }));
    const [{ me }, user] = await Promise.all([import('./account-schemas'), answer]);
    return me.parse(user);
  }
}
