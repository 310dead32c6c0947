import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { SignInModule } from '../auth/sign-in.module';
import { MailModule } from '../mail/mail.module';
import { AnswerMailRequest } from './answer-mail-request';
import { BeginEmailChange } from './begin-email-change';
import { ChangePassword } from './change-password';
import { CompleteRegistration } from './complete-registration';
import { ConfirmEmail } from './confirm-email';
import { EmailController } from './email.controller';
import { ForgetExpired } from './forget-expired';
import { MailRequests } from './mail-requests';
import { OwnSessions } from './own-sessions';
import { PasswordController } from './password.controller';
import { RegistrationController } from './registration.controller';
import { ResetPassword } from './reset-password';
import { SessionsController } from './sessions.controller';
import { SetPassword } from './set-password';

/** What people do with their own accounts: passwords, addresses, sessions, and how an account comes to be. */
@Module({
  imports: [SignInModule, MailModule, AuditModule],
  controllers: [PasswordController, EmailController, RegistrationController, SessionsController],
  providers: [
    ...[AnswerMailRequest, MailRequests, ResetPassword, ChangePassword, SetPassword],
    ...[BeginEmailChange, ConfirmEmail, CompleteRegistration, OwnSessions, ForgetExpired],
  ],
})
export class AccountsModule {}
