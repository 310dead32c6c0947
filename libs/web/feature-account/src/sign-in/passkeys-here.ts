import { DestroyRef, DOCUMENT, Injectable, inject } from '@angular/core';
import type { AuthenticationResponse } from '@ceex/contracts';
import { AuthClient } from '@ceex/web-data-access/start';

/** Asked anew so long before the server forgets what a passkey was to sign. */
const EARLY_MS = 30_000;

/**
 * The passkeys that this browser can reach: asked for by a button, or suggested by the browser in the e-mail field. What
 * speaks with the browser loads only where there can be one.
 */
@Injectable()
export class PasskeysHere {
  private readonly view = inject(DOCUMENT).defaultView;
  private readonly client = inject(AuthClient);
  private again?: ReturnType<typeof setTimeout>;
  private cancel?: () => void;
  private left = false;

  /** Whether this browser knows passkeys. */
  readonly available = this.view !== null && 'PublicKeyCredential' in this.view;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.left = true;
      clearTimeout(this.again);
      this.cancel?.();
    });
  }

  /** What a passkey signed; null where none was chosen. Rejects with a ProblemError where the server gave nothing to sign. */
  async ask(): Promise<AuthenticationResponse | null> {
    clearTimeout(this.again);
    const [optionsJSON, { startAuthentication }] = await this.offer();
    return (await startAuthentication({ optionsJSON }).catch(nothingChosen)) as AuthenticationResponse | null;
  }

  /**
   * Lets the browser suggest passkeys in the e-mail field; `chosen` gets what one signed. Where that cannot be there are
   * no suggestions, and still the button.
   */
  async suggest(chosen: (answer: AuthenticationResponse) => void): Promise<void> {
    if (!(await this.suggests())) return;
    const offered = await this.offer().catch(nothingChosen);
    if (offered === null || this.left) return;
    const [optionsJSON, { startAuthentication }] = offered;
    clearTimeout(this.again);
    // The next ceremony ends this one.
    const life = Math.max(EARLY_MS, optionsJSON.timeout - EARLY_MS);
    this.again = setTimeout(() => void this.suggest(chosen), life);
    const answer = await startAuthentication({ optionsJSON, useBrowserAutofill: true }).catch(nothingChosen);
    if (answer === null) return;
    clearTimeout(this.again);
    chosen(answer as AuthenticationResponse);
  }

  private async offer() {
    const offered = await Promise.all([this.client.passkeyOptions(), import('@simplewebauthn/browser')]);
    this.cancel = () => offered[1].WebAuthnAbortService.cancelCeremony();
    return offered;
  }

  private async suggests(): Promise<boolean> {
    if (!this.available) return false;
    return (await PublicKeyCredential.isConditionalMediationAvailable?.().catch(() => false)) ?? false;
  }
}

/** Cancelled, timed out, no passkey here, or ended by another ceremony: browsers do not say which, for good reasons. */
function nothingChosen(): null {
  return null;
}
