import { pathOf, type Route } from '@ceex/contracts';
import { Failure } from '@ceex/server';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditLog } from '../audit/audit-log';
import type { AuditValue } from '../audit/audit-value';
import type { Caller } from '../users/caller';
import { EngineClient } from './engine-client';
import { ForwardedWrite } from './forwarded-write.entity';
import type { UpstreamCall } from './upstream-call';
import { WRITE_AUDITS, type WriteAudit } from './write-audits';

const READ_MS = 10_000;
/** Longer than any write may take: who has not settled by then never will. */
export const LOST_AFTER_MS = 15 * 60_000;

/** `unknown`: it was sent, and what became of it nobody has heard. */
export type Outcome = 'done' | 'refused' | 'unknown';

/**
 * Writes down who changes what in the engine (docs/adr/0022). The engine's database and ours share no transaction, so a
 * write is noted before it is sent: none can happen without a trace. What the engine refused leaves none in the log.
 */
@Injectable()
export class AuditedWrites {
  constructor(
    private readonly dataSource: DataSource,
    private readonly auditLog: AuditLog,
    private readonly engine: EngineClient,
  ) {}

  /** Notes a write that is about to be sent; undefined for a call that changes nothing. */
  async note(call: UpstreamCall, caller: Caller): Promise<string | undefined> {
    const audit = WRITE_AUDITS.get(call.rule.route);
    if (!audit) return undefined;
    const id = randomUUID();
    const body = call.json === undefined ? null : (JSON.parse(call.json) as AuditValue);
    const write = {
      ...{ id, actorId: caller.userId, communityId: communityOf(call, caller), action: audit.action },
      ...{ subject: { ...call.params }, before: await this.before(audit, call, caller, body), after: body },
    };
    await this.dataSource.getRepository(ForwardedWrite).insert(write);
    return id;
  }

  /** Takes a noted write into the log, unless the engine refused it. Settling twice does nothing. */
  async settle(id: string, outcome: Outcome): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const write = await manager.findOne(ForwardedWrite, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (write) await this.move(manager, write, outcome);
    });
  }

  /** Settles what a program that died left behind. */
  async settleLost(before = new Date(Date.now() - LOST_AFTER_MS)): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const lost = await manager
        .createQueryBuilder(ForwardedWrite, 'write')
        .where('write.askedAt < :before', { before })
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .getMany();
      for (const write of lost) await this.move(manager, write, 'unknown');
    });
  }

  private async move(manager: EntityManager, write: ForwardedWrite, outcome: Outcome): Promise<void> {
    const { id, actorId, communityId, action, before, after } = write;
    const subject = outcome === 'done' ? write.subject : { ...write.subject, outcome };
    if (outcome !== 'refused') {
      const entry = { actorId, action, subject, before, after };
      await this.auditLog.record(manager, communityId === null ? entry : { ...entry, communityId });
    }
    await manager.delete(ForwardedWrite, { id });
  }

  private async before(
    { before }: WriteAudit,
    call: UpstreamCall,
    caller: Caller,
    body: AuditValue,
  ): Promise<AuditValue> {
    if (!before) return null;
    const answer = before.route.schemas.response?.safeParse(await this.read(before.route, call.params, caller));
    // What the engine says in other words than agreed is nothing to write down.
    if (!answer?.success) return null;
    return (before.pick(answer.data as never, call.params, (body ?? {}) as object) ?? null) as AuditValue;
  }

  private async read(route: Route, all: UpstreamCall['params'], caller: Caller): Promise<unknown> {
    const params = Object.fromEntries(Object.entries(all).filter(([name]) => route.path.includes(`:${name}`)));
    const target = pathOf(route, params);
    const late = AbortSignal.timeout(READ_MS);
    const { status, data } = await this.engine.send({ rule: { route }, params, target }, caller, randomUUID(), late);
    const answer = await text(data);
    if (status !== 200) throw new Failure('upstream-unavailable');
    return JSON.parse(answer);
  }
}

function communityOf({ params }: UpstreamCall, { nodes }: Caller): number | null {
  return params['communityId'] ?? nodes.find(({ nodeId }) => nodeId === params['nodeId'])?.communityId ?? null;
}
