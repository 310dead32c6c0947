import { Injectable, computed, inject, linkedSignal, untracked } from '@angular/core';
import type { NodeStrategy, Strategy, StrategyKind } from '@ceex/contracts';
import type { MicroPerKwh } from '@ceex/units';
import { CurrentNode, NodeClient, toProblemError } from '@ceex/web-data-access';
import { KeptDraft } from './kept-draft';
import { plainStrategy, sameStrategy } from './strategy-values';

/** How far saving has come; a problem leaves what was entered. */
export type SaveState = 'idle' | 'saving' | 'saved' | { readonly problem: string };

/** The strategy of the current node as it is saved, and as the user is changing it. */
@Injectable()
export class StrategyDraft {
  private readonly client = inject(NodeClient);
  private readonly kept = inject(KeptDraft);
  private readonly nodeId = inject(CurrentNode).nodeId;
  private readonly read = this.client.strategy(this.nodeId);

  readonly problem = computed(() => {
    const failure = this.read.error();
    return failure === undefined ? null : toProblemError(failure).code;
  });

  readonly saved = computed<NodeStrategy | undefined>(() => (this.read.hasValue() ? this.read.value() : undefined));

  /** What is saved, in its plain form. */
  readonly savedPlain = computed(() => {
    const saved = this.saved();
    return saved && plainStrategy(saved.strategy, saved.ruler);
  });

  /** Begins with what is saved, or with what was not saved when the session ran out. */
  private readonly edited = linkedSignal<Strategy | undefined>(() => {
    const saved = this.savedPlain();
    const nodeId = this.saved()?.nodeId;
    return nodeId === undefined ? saved : (untracked(() => this.kept.find(nodeId)) ?? saved);
  });
  readonly strategy = this.edited.asReadonly();

  /** What saving would save: the edited strategy in its plain form. */
  readonly proposed = computed<Strategy | undefined>(() => {
    const [edited, saved] = [this.edited(), this.saved()];
    return edited && saved && plainStrategy(edited, saved.ruler);
  });

  private readonly typedWrong = linkedSignal({ source: this.nodeId, computation: () => false });

  readonly dirty = computed(() => {
    const [base, edited] = [this.savedPlain(), this.proposed()];
    return base !== undefined && edited !== undefined && (this.typedWrong() || !sameStrategy(base, edited));
  });

  readonly savable = computed(() => this.dirty() && !this.typedWrong() && this.progress() !== 'saving');

  /** Starts over with every node. */
  private readonly progress = linkedSignal<number | undefined, SaveState>({
    source: this.nodeId,
    computation: () => 'idle',
  });
  readonly state = this.progress.asReadonly();

  choose(kind: StrategyKind): void {
    this.change({ kind });
    this.typedWrong.set(false);
  }

  setLowestSell(price: MicroPerKwh | null): void {
    this.change({ lowestSellMicroPerKwh: price });
  }

  setHighestPay(price: MicroPerKwh | null): void {
    this.change({ highestPayMicroPerKwh: price });
  }

  /** `'wrong'`: what stands in the field is no price, and nothing can be saved until it is one. */
  setFlexibility(price: MicroPerKwh | null | 'wrong'): void {
    this.change(price === 'wrong' ? {} : { flexibilityMicroPerKwh: price });
    this.typedWrong.set(price === 'wrong');
  }

  undo(): void {
    this.kept.forget();
    this.edited.set(this.savedPlain());
    this.typedWrong.set(false);
    this.progress.set('idle');
  }

  reload(): void {
    this.read.reload();
  }

  async save(): Promise<void> {
    const [nodeId, strategy] = [this.nodeId(), this.proposed()];
    if (nodeId === undefined || strategy === undefined || !this.savable()) return;
    this.progress.set('saving');
    const outcome = await this.client.setStrategy(nodeId, strategy).catch(toProblemError);
    if (this.nodeId() !== nodeId) return;
    if (outcome instanceof Error) {
      this.progress.set({ problem: outcome.code });
      return;
    }
    this.kept.forget();
    this.read.set(outcome);
    this.progress.set('saved');
  }

  private change(part: Partial<Strategy>): void {
    this.edited.update((strategy) => strategy && { ...strategy, ...part });
    this.progress.set('idle');
    const [nodeId, strategy] = [this.nodeId(), this.edited()];
    if (nodeId !== undefined && strategy !== undefined) this.kept.keep(nodeId, strategy);
  }
}
