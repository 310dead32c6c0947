import { Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { ALL_NODES, CurrentNode, NodeClient, Session } from '@ceex/web-data-access';
import { TranslocoPipe } from '@jsverse/transloco';
import { allNodes } from './all-nodes';

/** For a user with several nodes: which of them the pages show, or all where a page can. The choice is in the address. */
@Component({
  selector: 'ceex-node-switcher',
  imports: [MatButton, MatMenu, MatMenuItem, MatMenuTrigger, RouterLink, TranslocoPipe],
  templateUrl: './node-switcher.html',
  styleUrl: './node-switcher.scss',
})
export class NodeSwitcher {
  private readonly client = inject(NodeClient);
  private readonly session = inject(Session);
  protected readonly current = inject(CurrentNode);
  protected readonly all = allNodes();
  protected readonly allParameter = ALL_NODES;

  private readonly profiles = resource({
    params: () => this.session.nodes().map(({ nodeId }) => nodeId),
    loader: ({ params }) => this.client.profiles(params),
  });

  /** Until the labels are there, and where they cannot be read, nodes go by their number. */
  protected readonly nodes = computed(() => {
    const profiles = this.profiles.hasValue() ? this.profiles.value() : [];
    return this.session.nodes().map(({ nodeId }) => {
      const profile = profiles.find((candidate) => candidate.nodeId === nodeId);
      return { nodeId, label: profile?.label ?? `${nodeId}`, community: profile?.communityName ?? '' };
    });
  });

  protected readonly chosen = computed(() => this.nodes().find(({ nodeId }) => nodeId === this.current.nodeId()));

  protected isShown(nodeId: number): boolean {
    return !this.all.shown() && nodeId === this.current.nodeId();
  }
}
