import { computed, inject, Injectable, resource } from '@angular/core';
import { getOccupiedNodes } from '@ceex/contracts';
import { BffClient, toProblemError } from '@ceex/web-data-access';
import { OperatedCommunity } from '../console/operated-community';

/** The household nodes of the community on the screen, and whether somebody has them. */
@Injectable()
export class CommunityNodes {
  private readonly client = inject(BffClient);
  private readonly community = inject(OperatedCommunity);

  private readonly read = resource({
    params: () => this.community.communityId(),
    loader: async ({ params: communityId }) =>
      (await this.client.call(getOccupiedNodes, { params: { communityId } })).nodes,
  });

  /** Undefined until they are known. */
  readonly all = computed(() => (this.read.hasValue() ? this.read.value() : undefined));
  readonly problem = computed(() => {
    const failure = this.read.error();
    return failure === undefined ? null : toProblemError(failure.cause ?? failure).code;
  });

  reload(): void {
    this.read.reload();
  }
}
