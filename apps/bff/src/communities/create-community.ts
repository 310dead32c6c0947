import { type bffRoutes, engineRoutes } from '@ceex/contracts';
import { Failure, type InputOf, type OutputOf } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditLog } from '../audit/audit-log';
import { InviteOperator } from '../invitations/invite-operator';
import { AskEngine } from '../directory/ask-engine';

type Creation = typeof bffRoutes.createCommunity;

/** A grid of 20 000 nodes takes the engine some seconds. */
const TIMEOUT_MS = 60_000;

/** Founds a community in the engine, then invites its first operator. */
@Injectable()
export class CreateCommunity {
  constructor(
    private readonly askEngine: AskEngine,
    private readonly inviteOperator: InviteOperator,
    private readonly auditLog: AuditLog,
    private readonly dataSource: DataSource,
  ) {}

  async run({ founding, operator }: InputOf<Creation>['body'], actorId: string): Promise<OutputOf<Creation>> {
    const question = { body: founding, timeoutMs: TIMEOUT_MS };
    const founded = await this.askEngine
      .run(engineRoutes.foundCommunity, question, { administers: true })
      .catch((error: unknown) => {
        throw inOurPaths(error);
      });
    const { communityId } = founded;
    const nodes = founded.nodes.length;
    await this.dataSource.transaction((manager) =>
      this.auditLog.record(manager, {
        actorId,
        communityId,
        action: 'community-founded',
        subject: { communityId },
        after: { name: founding.name, nodes },
      }),
    );
    const invitation = await this.inviteOperator.run({ communityId, actorId, ...operator });
    return { communityId, nodes, invitation };
  }
}

/** The document is a part of what we were sent, and so are its faults. */
function inOurPaths(error: unknown): unknown {
  if (!(error instanceof Failure)) return error;
  const { errors } = error.details;
  const moved = errors?.map(({ path, message }) => ({
    path: `body.founding.${path.replace(/^body\.?/, '')}`.replace(/\.$/, ''),
    message,
  }));
  return new Failure(error.code, { ...error.details, errors: moved });
}
