import { Component, computed, inject, input, model, signal } from '@angular/core';
import { Field, FieldInput, Notice, Skeleton } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { CommunityNodes } from './community-nodes';
import { occupation, offeredNodes, SHOWN_NODES } from './node-choice';

let pickers = 0;

/** Chooses household nodes of the community, free ones first. */
@Component({
  selector: 'ceex-node-picker',
  imports: [Field, FieldInput, Notice, Skeleton, TranslocoPipe],
  templateUrl: './node-picker.html',
  styleUrl: './node-picker.css',
})
export class NodePicker {
  readonly chosen = model.required<readonly number[]>();
  /** Only one may be chosen. */
  readonly single = input(false);
  /** Nodes that are not offered. */
  readonly without = input<readonly number[]>([]);
  /** What is wrong with the choice; empty: nothing. */
  readonly error = input('');

  protected readonly nodes = inject(CommunityNodes);
  protected readonly id = `ceex-nodes-${pickers++}`;
  protected readonly search = signal('');
  protected readonly occupation = occupation;

  private readonly found = computed(() => {
    const without = new Set(this.without());
    const nodes = this.nodes.all()?.filter(({ nodeId }) => !without.has(nodeId));
    return nodes && offeredNodes(nodes, this.search());
  });
  protected readonly shown = computed(() => this.found()?.slice(0, SHOWN_NODES));
  protected readonly hidden = computed(() => Math.max(0, (this.found()?.length ?? 0) - SHOWN_NODES));
  /** What is chosen stays readable when the search hides it. */
  protected readonly labels = computed(() => {
    const chosen = new Set(this.chosen());
    return (this.nodes.all() ?? [])
      .filter(({ nodeId }) => chosen.has(nodeId))
      .map(({ label }) => label)
      .join(', ');
  });

  protected type(event: Event): void {
    this.search.set((event.target as HTMLInputElement).value);
  }

  protected choose(nodeId: number, isChosen: boolean): void {
    if (this.single()) this.chosen.set([nodeId]);
    else this.chosen.update((ids) => (isChosen ? [...ids, nodeId] : ids.filter((id) => id !== nodeId)));
  }
}
