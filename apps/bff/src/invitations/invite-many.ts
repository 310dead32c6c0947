import { type Language, MAX_INVITATIONS_AT_ONCE, MAX_NODES_OF_INVITATION } from '@ceex/contracts';
import { Failure, Rejections } from '@ceex/server';
import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { BFF_CONFIG, type BffConfig } from '../config/bff-config';
import { CommunityDirectory } from '../directory/community-directory';
import { LimitedBody } from '../forwarding/limited-body';
import { AlreadyInvited } from './already-invited';
import { type InvitationLine, readInvitationLines } from './invitation-lines';
import { SendInvitation } from './send-invitation';

/** Room for as many lines as may be invited at once, and more. */
const MAX_BYTES = 1024 * 1024;

export interface ManyOptions {
  readonly actorId: string;
  /** Of letters to whom the file gives no language. */
  readonly language?: Language;
}

/** Invites the addresses of a file, all or none; the lines of one address are one invitation. */
@Injectable()
export class InviteMany {
  constructor(
    private readonly directory: CommunityDirectory,
    private readonly send: SendInvitation,
    private readonly dataSource: DataSource,
    @Inject(BFF_CONFIG) private readonly config: BffConfig,
  ) {}

  async run(
    communityId: number,
    request: Request,
    { actorId, language = this.config.DEFAULT_LANGUAGE }: ManyOptions,
    now = new Date(),
  ): Promise<{ lines: number; invited: number }> {
    const names = await this.directory.of(communityId);
    const rejections = new Rejections();
    const lines = await readInvitationLines(bodyOf(request), names, rejections);
    const groups = byAddress(lines, rejections);
    return this.dataSource.transaction(async (manager) => {
      const already = await AlreadyInvited.read(manager, communityId, [...groups.keys()], now);
      for (const { line, email, nodeId } of lines) {
        if (!already.has(email, nodeId)) continue;
        rejections.add(line, 'already-invited', `${email} has this node already, or was invited to it`);
      }
      if (rejections.count > 0) throw rejections.failure();
      for (const [email, group] of groups) {
        const nodeIds = group.map(({ nodeId }) => nodeId);
        const chosen = group.find((line) => line.language)?.language ?? language;
        const wanted = { kind: 'member', nodeIds, email, language: chosen, invitedBy: actorId } as const;
        await this.send.first(manager, wanted, names, now);
      }
      return { lines: lines.length, invited: groups.size };
    });
  }
}

/** The body as it comes in, and no more than may be. */
function bodyOf(request: Request): LimitedBody {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw new Failure('unsupported-media-type', { detail: `${encoding} is not taken` });
  const body = new LimitedBody(MAX_BYTES);
  request.once('error', (error) => body.destroy(error)).pipe(body);
  return body;
}

function byAddress(lines: readonly InvitationLine[], rejections: Rejections): Map<string, InvitationLine[]> {
  const groups = new Map<string, InvitationLine[]>();
  for (const line of lines) {
    const group = groups.get(line.email) ?? [];
    group.push(line);
    groups.set(line.email, group);
    if (group.length > MAX_NODES_OF_INVITATION)
      rejections.add(line.line, 'out-of-range', `more than ${MAX_NODES_OF_INVITATION} nodes for ${line.email}`);
  }
  if (groups.size > MAX_INVITATIONS_AT_ONCE)
    throw new Failure('payload-too-large', { detail: `At most ${MAX_INVITATIONS_AT_ONCE} addresses at once.` });
  return groups;
}
