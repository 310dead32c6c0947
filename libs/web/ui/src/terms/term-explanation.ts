import { CdkConnectedOverlay, type ConnectedPosition } from '@angular/cdk/overlay';
import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';

const above: ConnectedPosition = {
  originX: 'center',
  originY: 'top',
  overlayX: 'center',
  overlayY: 'bottom',
  offsetY: -6,
};
const below: ConnectedPosition = {
  originX: 'center',
  originY: 'bottom',
  overlayX: 'center',
  overlayY: 'top',
  offsetY: 6,
};

/** The sentence beside a word that explains itself. Apart from the word, so that pages need no overlays to be read. */
@Component({
  selector: 'ceex-term-explanation',
  imports: [CdkConnectedOverlay],
  templateUrl: './term-explanation.html',
  styleUrl: './term-explanation.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TermExplanation {
  /** What names the explanation to the word's `aria-describedby`. */
  readonly id = input.required<string>();
  readonly origin = input.required<HTMLElement>();
  readonly open = input.required<boolean>();
  readonly sentence = input.required<string>();
  readonly closed = output<void>();
  readonly entered = output<PointerEvent>();
  readonly left = output<PointerEvent>();

  protected readonly positions = [above, below];
}
