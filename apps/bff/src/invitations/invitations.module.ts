import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { SignInModule } from '../auth/sign-in.module';
import { DirectoryModule } from '../directory/directory.module';
import { MailModule } from '../mail/mail.module';
import { AcceptInvitation } from './accept-invitation';
import { AcceptanceController } from './acceptance.controller';
import { ChangeInvitation } from './change-invitation';
import { ForgetOldInvitations } from './forget-old-invitations';
import { InvitationsController } from './invitations.controller';
import { InviteMany } from './invite-many';
import { InviteMember } from './invite-member';
import { InviteOperator } from './invite-operator';
import { ListInvitations } from './list-invitations';
import { LookAtInvitation } from './look-at-invitation';
import { SendInvitation } from './send-invitation';

@Module({
  imports: [SignInModule, DirectoryModule, MailModule, AuditModule],
  controllers: [InvitationsController, AcceptanceController],
  providers: [
    SendInvitation,
    InviteMember,
    InviteOperator,
    InviteMany,
    ChangeInvitation,
    ListInvitations,
    LookAtInvitation,
    AcceptInvitation,
    ForgetOldInvitations,
  ],
  exports: [SignInModule, SendInvitation, InviteOperator, ChangeInvitation],
})
export class InvitationsModule {}
