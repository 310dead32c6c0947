import { Injectable, computed, effect, inject, untracked } from '@angular/core';
import type { NodePlants, Plant } from '@ceex/contracts';
import { PlantsClient, keepLast, toProblemError, type ProblemError } from '@ceex/web-data-access';
import { TradingStore } from '../store/trading-store';

/** The plants of the current node, what they are expected to make, and changes to them. */
@Injectable()
export class PlantsStore {
  private readonly client = inject(PlantsClient);
  private readonly store = inject(TradingStore);
  private readonly read = this.client.plants(this.store.nodeId);
  private readonly day = this.client.production(() => {
    const nodeId = this.store.nodeId();
    return nodeId === undefined ? undefined : { nodeId };
  });

  readonly value = keepLast(this.read, this.store.nodeId);
  readonly problem = computed(() => {
    const failure = this.read.error();
    return failure === undefined ? null : toProblemError(failure).code;
  });
  /** Today, quarter-hour by quarter-hour. */
  readonly production = keepLast(this.day, this.store.nodeId);

  constructor() {
    effect(() => {
      // What was measured grows with each clearing.
      if (this.store.clearing() !== null) untracked(() => this.day.reload());
    });
  }

  reload(): void {
    this.read.reload();
  }

  /** Adds a plant, or changes the one of that id. Resolves to what went wrong, or null. */
  save(plant: Plant, plantId: number | null): Promise<ProblemError | null> {
    return this.change((nodeId) =>
      plantId === null ? this.client.add(nodeId, plant) : this.client.put(nodeId, plantId, plant),
    );
  }

  /** Resolves to what went wrong, or null. */
  remove(plantId: number): Promise<ProblemError | null> {
    return this.change((nodeId) => this.client.remove(nodeId, plantId));
  }

  private async change(work: (nodeId: number) => Promise<NodePlants>): Promise<ProblemError | null> {
    const nodeId = this.store.nodeId();
    if (nodeId === undefined) return null;
    const outcome = await work(nodeId).catch(toProblemError);
    if (outcome instanceof Error) return outcome;
    if (this.store.nodeId() === nodeId) {
      this.read.set(outcome);
      this.day.reload();
      this.store.profile.reload();
    }
    return null;
  }
}
