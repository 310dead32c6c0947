import { type AuditPage, bffRoutes } from '@ceex/contracts';
import { Contract, Input, type InputOf } from '@ceex/server';
import { Controller } from '@nestjs/common';
import { ReadAudit } from './read-audit';

@Controller()
export class AuditController {
  constructor(private readonly readAudit: ReadAudit) {}

  @Contract(bffRoutes.getCommunityAudit)
  ofCommunity(@Input() { params, query }: InputOf<typeof bffRoutes.getCommunityAudit>): Promise<AuditPage> {
    return this.readAudit.run(params.communityId, query);
  }

  @Contract(bffRoutes.getServerAudit)
  ofServer(@Input() { query }: InputOf<typeof bffRoutes.getServerAudit>): Promise<AuditPage> {
    return this.readAudit.run(null, query);
  }
}
