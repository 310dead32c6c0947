import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { ALL_NODES, NodeClient } from '@ceex/web-data-access';
import { ChoiceLinks, Language } from '@ceex/web-ui';

/** For a user with several nodes in a community: each of them, and all together. The choice is in the address. */
@Component({
  selector: 'ceex-node-links',
  imports: [ChoiceLinks],
  template: `<ceex-choice-links [label]="language.translate('dashboard.nodes.label')" [links]="links()" />`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NodeLinks {
  /** The user's nodes in the community. */
  readonly nodes = input.required<readonly number[]>();
  /** Those on the screen: one or all. */
  readonly shown = input.required<readonly number[]>();

  protected readonly language = inject(Language);
  private readonly client = inject(NodeClient);

  private readonly profiles = resource({
    params: () => this.nodes(),
    loader: ({ params }) => this.client.profiles(params),
  });

  /** Until the labels are there, and where they cannot be read, nodes go by their number. */
  protected readonly links = computed(() => {
    const profiles = this.profiles.hasValue() ? this.profiles.value() : [];
    const all = this.shown().length > 1;
    const each = this.nodes().map((nodeId) => ({
      params: { node: nodeId },
      label: profiles.find((profile) => profile.nodeId === nodeId)?.label ?? `${nodeId}`,
      current: !all && this.shown().includes(nodeId),
    }));
    return [
      ...each,
      { params: { node: ALL_NODES }, label: this.language.translate('dashboard.nodes.all'), current: all },
    ];
  });
}
