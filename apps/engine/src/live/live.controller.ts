import { Controller, Res } from '@nestjs/common';
import { engineRoutes, type LiveEvent, type LiveEventName } from '@ceex/contracts';
import { Contract, Input, type InputOf } from '@ceex/server';
import { formatInstant } from '@ceex/units';
import type { Response } from 'express';
import { EventStream } from './event-stream';
import { LiveEvents } from './live-events';
import type { EventRow } from './live-events.repository';

const { getCommunityEvents } = engineRoutes;

const NAMES: Readonly<Record<EventRow['kind'], LiveEventName>> = { cleared: 'clearing', stopped: 'stopped' };

@Controller()
export class LiveController {
  constructor(private readonly liveEvents: LiveEvents) {}

  @Contract(getCommunityEvents)
  async events(
    @Input() { params, query }: InputOf<typeof getCommunityEvents>,
    @Res() response: Response,
  ): Promise<void> {
    const after = query.after === undefined ? undefined : Number(query.after);
    const open: { stream?: EventStream } = {};
    const { seen, end } = await this.liveEvents.subscribe(params.communityId, after, {
      onEvent: (event) => open.stream?.send({ id: event.id, name: NAMES[event.kind], data: liveEventOf(event) }),
      onEnd: () => (open.stream ?? response).end(),
    });
    // Nobody listens any more, or this process ends, since the question came in.
    if (response.destroyed || response.writableEnded) return end();
    response.once('close', end);
    open.stream = new EventStream(response, seen);
  }
}

function liveEventOf({ firstStartsAt, lastStartsAt, version, intervals }: EventRow): LiveEvent {
  return {
    first: formatInstant(firstStartsAt.getTime()),
    start: formatInstant(lastStartsAt.getTime()),
    version,
    intervals,
  };
}
