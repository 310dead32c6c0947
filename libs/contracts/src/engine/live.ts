import * as z from 'zod';
import { instant } from '../quantities';
import { route } from '../route';
import { communityParams } from './trading';

/** The name of a place in a community's events: an event after it is news to whoever has seen it. */
export const eventCursor = z.string().regex(/^\d{1,15}$/, 'the id of an event');

/**
 * The events of the stream, by name. Each comes as `id: <cursor>`, `event: <name>`, `data: <this as JSON>`. Lines that
 * begin with a colon keep the connection alive and mean nothing.
 */
export const LIVE_EVENTS = ['clearing', 'stopped'] as const;
export type LiveEventName = (typeof LIVE_EVENTS)[number];

/** Intervals were cleared, or the market stopped at one (`stopped`). What there is to see has to be read anew. */
export const liveEvent = z
  .object({
    /** The earliest and the last interval that it tells of. */
    first: instant,
    start: instant,
    /** The version that the last of them has now; null where it has none. */
    version: z.int().positive().nullable(),
    intervals: z.int().nonnegative(),
  })
  .meta({ id: 'LiveEvent' });
export type LiveEvent = z.infer<typeof liveEvent>;

export const getCommunityEvents = route({
  method: 'GET',
  path: '/community/:communityId/events',
  access: 'member',
  summary: 'What happens in a community as it happens; continues after the event named by `after` or Last-Event-ID',
  answerType: 'text/event-stream',
  schemas: { params: communityParams, query: z.strictObject({ after: eventCursor.optional() }) },
});
