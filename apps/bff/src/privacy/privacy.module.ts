import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { SignInModule } from '../auth/sign-in.module';
import { DirectoryModule } from '../directory/directory.module';
import { MailModule } from '../mail/mail.module';
import { DeleteAccount } from './delete-account';
import { NodeParts } from './node-parts';
import { PrivacyController } from './privacy.controller';
import { WriteMyData } from './write-my-data';

/** What people may ask of those who keep data about them: a copy, and to be forgotten. */
@Module({
  imports: [SignInModule, MailModule, AuditModule, DirectoryModule],
  controllers: [PrivacyController],
  providers: [WriteMyData, NodeParts, DeleteAccount],
})
export class PrivacyModule {}
