import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Notice, TextPipe } from '@ceex/web-ui';
import { StrategyDraft } from '../store/strategy-draft';

/** Says what is not saved yet and saves or takes it back; in reach while there is something to save. */
@Component({
  selector: 'ceex-save-bar',
  imports: [MatButton, Notice, TextPipe],
  templateUrl: './save-bar.html',
  styleUrl: './save-bar.scss',
  host: { '[class.dirty]': 'draft.dirty()', '[class.shown]': "draft.dirty() || draft.state() !== 'idle'" },
})
export class SaveBar {
  protected readonly draft = inject(StrategyDraft);
  protected readonly saving = computed(() => this.draft.state() === 'saving');
  protected readonly saved = computed(() => this.draft.state() === 'saved');

  protected readonly problem = computed(() => {
    const state = this.draft.state();
    return typeof state === 'object' ? state.problem : null;
  });
}
