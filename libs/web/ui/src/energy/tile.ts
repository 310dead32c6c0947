import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Skeleton } from '../states/skeleton';

/**
 * One figure of the household: its name, the value with its unit, and one sentence that explains it. What is put inside
 * stands below.
 */
@Component({
  selector: 'ceex-tile',
  imports: [Skeleton],
  templateUrl: './tile.html',
  styleUrl: './tile.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Tile {
  readonly label = input.required<string>();
  readonly value = input('');
  readonly unit = input('');
  /** Money reads currency first: `CHF 18.70`. */
  readonly unitFirst = input(false);
  readonly explanation = input('');
  readonly loading = input(false);
}
