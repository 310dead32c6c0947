import { Inject, Injectable } from '@nestjs/common';
import { intervalIndex } from '@ceex/units';
import { ENGINE_CONFIG, type EngineConfig } from '../config/engine-config';
import type { TimeRange } from '../metrics/time-range';
import { BlockStore } from './block-store';
import type { KeyedGrid } from './keyed-grid';
import { blockOf, type PastBlock } from './past-block';
import { PastOrdersRepository } from './past-orders.repository';

/** The past of a community, ready to be cleared again. */
export interface Past {
  /** In the order of time. */
  readonly blocks: readonly PastBlock[];
  /** The last event that it certainly knows of. */
  readonly eventId: number;
}

/**
 * The orders of past clearings, from memory where somebody asked for them lately. Whichever engine clears something
 * stores an event with it: what events tell of is read anew, the rest stays.
 */
@Injectable()
export class PastBlocks {
  /** The last event that was looked at, by community and grid: blocks that are kept are as new as that. */
  readonly #seen = new Map<string, number>();
  readonly #store: BlockStore;

  constructor(
    private readonly repository: PastOrdersRepository,
    @Inject(ENGINE_CONFIG) config: Pick<EngineConfig, 'REPLAY_MEMORY_BYTES'>,
  ) {
    this.#store = new BlockStore(config.REPLAY_MEMORY_BYTES);
  }

  /** The blocks that hold a range. */
  async read(communityId: number, grid: KeyedGrid, { startMs, endMs }: TimeRange): Promise<Past> {
    const eventId = await this.#refresh(communityId, `${communityId} ${grid.key}`);
    const end = blockOf(intervalIndex(endMs - 1)) + 1;
    const blocks: Promise<PastBlock>[] = [];
    let block = blockOf(intervalIndex(startMs));
    while (block < end) {
      const kept = this.#store.get(keyOf(communityId, grid, block));
      const read = kept === undefined ? this.#load(communityId, grid, block, end) : [kept];
      blocks.push(...read);
      block += read.length;
    }
    return { blocks: await Promise.all(blocks), eventId };
  }

  /** Whether nothing of the range has been cleared since it was read. */
  async isCurrent(communityId: number, { eventId }: Past, { startMs, endMs }: TimeRange): Promise<boolean> {
    const events = await this.repository.eventsSince(communityId, eventId);
    return events.every(({ firstMs, lastMs }) => lastMs < startMs || firstMs >= endMs);
  }

  /** Forgets the blocks in which something was cleared since the last look; returns the last event. */
  async #refresh(communityId: number, key: string): Promise<number> {
    if (!this.#seen.has(key)) {
      const eventId = await this.repository.lastEvent(communityId);
      // Another call may have come first, and read blocks that are older than this.
      if (!this.#seen.has(key)) this.#seen.set(key, eventId);
    }
    const seen = this.#seen.get(key) ?? 0;
    const events = await this.repository.eventsSince(communityId, seen);
    for (const { firstMs, lastMs } of events) {
      const last = blockOf(intervalIndex(lastMs));
      for (let block = blockOf(intervalIndex(firstMs)); block <= last; block++) this.#store.delete(`${key} ${block}`);
    }
    const latest = Math.max(this.#seen.get(key) ?? 0, events.at(-1)?.id ?? 0);
    this.#seen.set(key, latest);
    return latest;
  }

  /** Reads the missing blocks from `from` up to the next one that is kept, at once. */
  #load(communityId: number, grid: KeyedGrid, from: number, limit: number): Promise<PastBlock>[] {
    let end = from + 1;
    while (end < limit && this.#store.get(keyOf(communityId, grid, end)) === undefined) end++;
    const all = this.repository.blocks(communityId, grid.prepared.indexOf, from, end);
    return Array.from({ length: end - from }, (_, at) => {
      const block = all.then((blocks) => blocks.get(from + at) as PastBlock);
      this.#store.set(keyOf(communityId, grid, from + at), block);
      return block;
    });
  }
}

function keyOf(communityId: number, { key }: KeyedGrid, block: number): string {
  return `${communityId} ${key} ${block}`;
}
