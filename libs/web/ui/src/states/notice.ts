import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';

export const NOTICE_KINDS = ['empty', 'stale', 'estimated', 'offline', 'error'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Strokes on a 24 px grid. */
const ICONS: Readonly<Record<NoticeKind, string>> = {
  empty: 'M4 13h4l2 3h4l2-3h4M5.5 5h13L21 13v6H3v-6z',
  stale: 'M12 7v5l3.5 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  estimated: 'M4 10c3-4 6-4 8-1s5 3 8-1M4 17c3-4 6-4 8-1s5 3 8-1',
  offline: 'M3 3l18 18M5 12.5a10 10 0 0 1 5-2.6M8.5 16a5 5 0 0 1 6.5-.3M15 10.4a10 10 0 0 1 4 2.1M12 20h.01',
  error: 'M12 8v5M12 16.5h.01M12 3 2 20.5h20z',
};

/** A state of the page in words: empty, stale, estimated, offline, error; with a way on where there is one. */
@Component({
  selector: 'ceex-notice',
  templateUrl: './notice.html',
  styleUrl: './notice.css',
  host: { '[attr.role]': "kind() === 'error' ? 'alert' : 'status'", '[attr.data-kind]': 'kind()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Notice {
  readonly kind = input.required<NoticeKind>();
  readonly heading = input('');
  readonly text = input('');
  /** The label of the way on, such as "Try again"; without it there is no button. */
  readonly actionLabel = input('');
  readonly action = output<void>();

  protected readonly icon = computed(() => ICONS[this.kind()]);
}
