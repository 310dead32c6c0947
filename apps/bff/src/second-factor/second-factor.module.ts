import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { SignInModule } from '../auth/sign-in.module';
import { MailModule } from '../mail/mail.module';
import { AskSecondFactor } from './ask-second-factor';
import { BeginTotp } from './begin-totp';
import { ConfirmPassword } from './confirm-password';
import { ConfirmTotp } from './confirm-totp';
import { PendingSignIns } from './pending-sign-ins';
import { ProveSecondFactor } from './prove-second-factor';
import { RecoveryCodes } from './recovery-codes';
import { RemoveTotp } from './remove-totp';
import { RenewRecoveryCodes } from './renew-recovery-codes';
import { SecondFactorController } from './second-factor.controller';
import { SecondFactors } from './second-factors';
import { SecondStepController } from './second-step.controller';
import { SecretSeal } from './secret-seal';
import { TellOfChange } from './tell-of-change';

/** Authenticator apps and recovery codes: what is asked for after the password. */
@Module({
  imports: [SignInModule, MailModule, AuditModule],
  controllers: [SecondStepController, SecondFactorController],
  providers: [
    AskSecondFactor,
    BeginTotp,
    ConfirmPassword,
    ConfirmTotp,
    PendingSignIns,
    ProveSecondFactor,
    RecoveryCodes,
    RemoveTotp,
    RenewRecoveryCodes,
    SecondFactors,
    SecretSeal,
    TellOfChange,
  ],
  exports: [AskSecondFactor, ConfirmPassword, TellOfChange, SignInModule],
})
export class SecondFactorModule {}
