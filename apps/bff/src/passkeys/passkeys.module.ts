import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { SecondFactorModule } from '../second-factor/second-factor.module';
import { Challenges } from './challenges';
import { CheckPasskey } from './check-passkey';
import { KeepPasskey } from './keep-passkey';
import { ListPasskeys } from './list-passkeys';
import { OfferRegistration } from './offer-registration';
import { OfferSignIn } from './offer-sign-in';
import { PasskeySignInController } from './passkey-sign-in.controller';
import { PasskeysController } from './passkeys.controller';
import { RelyingParty } from './relying-party';
import { RemovePasskey } from './remove-passkey';
import { RenamePasskey } from './rename-passkey';
import { RequirePassword } from './require-password';
import { TellOfCopy } from './tell-of-copy';

/** Passkeys (WebAuthn): made, kept, and signed in with. */
@Module({
  imports: [SecondFactorModule, AuditModule],
  controllers: [PasskeySignInController, PasskeysController],
  providers: [
    Challenges,
    CheckPasskey,
    KeepPasskey,
    ListPasskeys,
    OfferRegistration,
    OfferSignIn,
    RelyingParty,
    RemovePasskey,
    RenamePasskey,
    RequirePassword,
    TellOfCopy,
  ],
})
export class PasskeysModule {}
