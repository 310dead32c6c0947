import { Module } from '@nestjs/common';
import { ForwardingModule } from '../forwarding/forwarding.module';
import { AskEngine } from './ask-engine';
import { CommunityDirectory } from './community-directory';

@Module({
  imports: [ForwardingModule],
  providers: [AskEngine, CommunityDirectory],
  exports: [AskEngine, CommunityDirectory],
})
export class DirectoryModule {}
