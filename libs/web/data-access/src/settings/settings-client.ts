import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import {
  beginTotp,
  cancelEmailChange,
  changeEmail,
  changePassword,
  confirmTotp,
  deleteMe,
  endOtherSessions,
  endSession,
  getEmailChange,
  getMyData,
  getSecondFactor,
  getSessions,
  listPasskeys,
  passkeyRegisterOptions,
  pathOf,
  registerPasskey,
  removePasskey,
  removeTotp,
  renamePasskey,
  renewRecoveryCodes,
  type CreationOptions,
  type EmailChange,
  type KeptAfterDeletion,
  type Passkey,
  type RegistrationResponse,
  type SecondFactor,
  type SecondFactorProof,
  type SessionOfMine,
} from '@ceex/contracts';
import { firstValueFrom } from 'rxjs';
import { type AnswerOf, BffCaller } from '../calls/bff-caller';

/** What an authenticator app is set up with. */
export type TotpSecret = AnswerOf<(typeof beginTotp)['schemas']>;

/** The own account, for whoever is signed in. All calls reject with a ProblemError. */
@Injectable({ providedIn: 'root' })
export class SettingsClient {
  private readonly bff = inject(BffCaller);
  private readonly http = inject(HttpClient);

  /** The change of address that waits for its confirmations; null for none. */
  async emailChange(): Promise<EmailChange | null> {
    return (await this.bff.call(getEmailChange)).pending;
  }

  async changeEmail(email: string, password: string): Promise<EmailChange | null> {
    return (await this.bff.call(changeEmail, { email, password })).pending;
  }

  cancelEmailChange(): Promise<void> {
    return this.bff.call(cancelEmailChange);
  }

  changePassword(current: string, password: string): Promise<void> {
    return this.bff.call(changePassword, { current, password });
  }

  secondFactor(): Promise<SecondFactor> {
    return this.bff.call(getSecondFactor);
  }

  beginTotp(password: string): Promise<TotpSecret> {
    return this.bff.call(beginTotp, { password });
  }

  /** Turns the app on; resolves to the recovery codes, which are shown this once. */
  async confirmTotp(code: string): Promise<readonly string[]> {
    return (await this.bff.call(confirmTotp, { code })).recoveryCodes;
  }

  removeTotp(password: string, proof: SecondFactorProof): Promise<SecondFactor> {
    return this.bff.call(removeTotp, { password, proof });
  }

  async renewRecoveryCodes(password: string, code: string): Promise<readonly string[]> {
    return (await this.bff.call(renewRecoveryCodes, { password, code })).recoveryCodes;
  }

  async passkeys(): Promise<readonly Passkey[]> {
    return (await this.bff.call(listPasskeys)).passkeys;
  }

  /** Without a password only in the first minutes of a session: else it rejects with `password-required`. */
  passkeyOptions(password?: string): Promise<CreationOptions> {
    return this.bff.call(passkeyRegisterOptions, password === undefined ? {} : { password });
  }

  async registerPasskey(name: string, response: RegistrationResponse): Promise<readonly Passkey[]> {
    return (await this.bff.call(registerPasskey, { name, response })).passkeys;
  }

  async renamePasskey(passkeyId: string, name: string): Promise<readonly Passkey[]> {
    return (await this.bff.call(renamePasskey, { name }, pathOf(renamePasskey, { passkeyId }))).passkeys;
  }

  /** With a password like `passkeyOptions`. */
  async removePasskey(passkeyId: string, password?: string): Promise<readonly Passkey[]> {
    const body = password === undefined ? {} : { password };
    return (await this.bff.call(removePasskey, body, pathOf(removePasskey, { passkeyId }))).passkeys;
  }

  async sessions(): Promise<readonly SessionOfMine[]> {
    return (await this.bff.call(getSessions)).sessions;
  }

  endSession(sessionId: string): Promise<void> {
    return this.bff.call(endSession, null, pathOf(endSession, { sessionId }));
  }

  endOtherSessions(): Promise<void> {
    return this.bff.call(endOtherSessions);
  }

  /** Everything that is kept about me, as a file of JSON. */
  async myData(): Promise<Blob> {
    // As text: of a refusal in a blob nobody could read the code.
    const text = await firstValueFrom(this.http.get(getMyData.path, { responseType: 'text' }));
    return new Blob([text], { type: 'application/json' });
  }

  /** Deletes the account; resolves to what is kept. */
  async deleteMe(password: string): Promise<readonly KeptAfterDeletion[]> {
    return (await this.bff.call(deleteMe, { password })).kept;
  }
}
