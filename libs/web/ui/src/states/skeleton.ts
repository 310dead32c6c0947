import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** Holds the place of what is loading, in its size, so that nothing jumps when it arrives. */
@Component({
  selector: 'ceex-skeleton',
  template: '',
  styleUrl: './skeleton.css',
  host: { 'aria-hidden': 'true', '[style.width]': 'width()', '[style.height]': 'height()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Skeleton {
  /** CSS lengths. */
  readonly width = input('100%');
  readonly height = input('1em');
}
