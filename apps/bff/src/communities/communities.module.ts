import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { InvitationsModule } from '../invitations/invitations.module';
import { CommunitiesController } from './communities.controller';
import { CreateCommunity } from './create-community';
import { DirectoryModule } from '../directory/directory.module';
import { ListCommunities } from './list-communities';

@Module({
  imports: [DirectoryModule, InvitationsModule, AuditModule],
  controllers: [CommunitiesController],
  providers: [ListCommunities, CreateCommunity],
})
export class CommunitiesModule {}
