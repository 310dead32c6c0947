import { Inject, Injectable, type ExecutionContext } from '@nestjs/common';
import { type Claims, communityParams, nodeParams } from '@ceex/contracts';
import { AccessGuard, bearerToken, readClaims, type Rights } from '@ceex/server';
import type { Request } from 'express';
import { FindCommunity } from '../communities/find-community';
import { ENGINE_CONFIG, type EngineConfig } from '../config/engine-config';
import { FindNode } from '../nodes/find-node';
import { rememberCaller } from './caller';

/**
 * Every call must carry claims that the BFF (or a tool of this server) has signed, and they must allow it. Only then is
 * looked whether the node or community of the path exists: who may not see a thing does not learn whether it is there.
 */
@Injectable()
export class ClaimsGuard extends AccessGuard {
  constructor(
    @Inject(ENGINE_CONFIG) private readonly config: EngineConfig,
    private readonly findNode: FindNode,
    private readonly findCommunity: FindCommunity,
  ) {
    super();
  }

  protected override async authenticate(context: ExecutionContext): Promise<Rights | undefined> {
    const request = context.switchToHttp().getRequest<Request>();
    const token = bearerToken(request.headers.authorization);
    const claims = token === undefined ? undefined : this.claimsOf(token);
    if (claims) rememberCaller(request, claims);
    return claims;
  }

  /** The claims of a token signed with the secret, or with the one before it while that one is still set. */
  private claimsOf(token: string): Claims | undefined {
    const { ENGINE_TOKEN_SECRET: secret, ENGINE_TOKEN_SECRET_BEFORE: before } = this.config;
    return readClaims(token, secret) ?? (before === undefined ? undefined : readClaims(token, before));
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    if (!(await super.canActivate(context))) return false;
    const { params } = context.switchToHttp().getRequest<Request>();
    // A path may name more beside it, such as a plant of the node.
    const { nodeId, communityId } = params;
    if (nodeId !== undefined) await this.findNode.byId(nodeParams.parse({ nodeId }).nodeId);
    if (communityId !== undefined) await this.findCommunity.byId(communityParams.parse({ communityId }).communityId);
    return true;
  }
}
