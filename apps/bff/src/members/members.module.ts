import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { DirectoryModule } from '../directory/directory.module';
import { InvitationsModule } from '../invitations/invitations.module';
import { MailModule } from '../mail/mail.module';
import { ChangeMemberNodes } from './change-member-nodes';
import { ChangeOperators } from './change-operators';
import { HouseholdController } from './household.controller';
import { LeaveNode } from './leave-node';
import { ListMembers } from './list-members';
import { ListNodes } from './list-nodes';
import { MembersController } from './members.controller';
import { MembersRepository } from './members.repository';
import { NodeAccess } from './node-access';
import { ReadNodePeople } from './read-node-people';
import { ShareNode } from './share-node';

@Module({
  imports: [InvitationsModule, DirectoryModule, MailModule, AuditModule],
  controllers: [MembersController, HouseholdController],
  providers: [
    MembersRepository,
    ListMembers,
    ListNodes,
    NodeAccess,
    ChangeMemberNodes,
    ChangeOperators,
    ReadNodePeople,
    ShareNode,
    LeaveNode,
  ],
})
export class MembersModule {}
