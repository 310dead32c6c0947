import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { SecondStep } from '@ceex/contracts';
import { attempt, type ProblemError, Session } from '@ceex/web-data-access/start';
import { AttemptNotice, entry, Field, FieldInput } from '@ceex/web-ui/form';
import { TranslocoPipe } from '@jsverse/transloco';
import { PasskeysHere } from './passkeys-here';

/** After these the first step is to be taken anew. */
const OVER: readonly string[] = ['sign-in-again', 'unauthenticated'];
const RECOVERY_LETTERS = 16;

/** The step after the right password: a code of the authenticator app, a recovery code, or a passkey. */
@Component({
  selector: 'ceex-second-step-form',
  imports: [AttemptNotice, Field, FieldInput, TranslocoPipe],
  templateUrl: './second-step-form.html',
  styleUrl: '../forms/page.scss',
})
export class SecondStepForm {
  readonly methods = input.required<readonly SecondStep[]>();
  readonly done = output();
  /** To the first step; with what made this one impossible, if anything did. */
  readonly back = output<ProblemError | null>();

  private readonly session = inject(Session);
  private readonly injector = inject(Injector);
  private readonly passkeys = inject(PasskeysHere);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  /** By a recovery code, in place of the app's. */
  protected readonly recovering = signal(false);
  protected readonly code = entry((text) => /^\d{6}$/.test(text.replace(/\s/g, '')));
  protected readonly recoveryCode = entry((text) => text.replace(/[\s-]/g, '').length >= RECOVERY_LETTERS);
  protected readonly attempt = attempt();
  protected readonly byPasskey = computed(() => this.passkeys.available && this.methods().includes('passkey'));
  protected readonly mayRecover = computed(() => this.methods().includes('recovery-code'));
  protected readonly error = computed(() => {
    const refused = this.attempt.problem()?.code === 'wrong-code';
    if (refused) return 'shell.problem.wrong-code';
    if (this.recovering()) return this.recoveryCode.wrong() ? 'account.secondStep.recoveryError' : '';
    return this.code.wrong() ? 'account.secondStep.codeError' : '';
  });

  constructor() {
    afterNextRender(() => this.box().nativeElement.focus());
  }

  protected switch(): void {
    this.recovering.set(!this.recovering());
    this.attempt.clear();
    afterNextRender(() => this.box().nativeElement.focus(), { injector: this.injector });
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.attempt.blocked()) return;
    const typed = this.recovering() ? this.recoveryCode : this.code;
    if (!typed.complete()) {
      typed.leave();
      return this.box().nativeElement.focus();
    }
    const text = typed.text().trim();
    const proof = this.recovering() ? { recoveryCode: text } : { code: text.replace(/\s/g, '') };
    await this.take(() => this.session.secondStep(proof));
  }

  protected async usePasskey(): Promise<void> {
    if (this.attempt.blocked()) return;
    const answer = await this.passkeys.ask().catch(() => null);
    if (answer !== null) await this.take(() => this.session.signInWithPasskey(answer));
  }

  private async take(step: () => Promise<void>): Promise<void> {
    const failure = await this.attempt.run(step);
    if (failure === null) this.done.emit();
    else if (OVER.includes(failure.code)) this.back.emit(failure);
    else this.box().nativeElement.select();
  }
}
