import { Injectable, inject } from '@angular/core';
import { Session } from '@ceex/web-data-access/start';
import { type Entry, entry } from '@ceex/web-ui/form';

/**
 * What was typed and not sent yet, so that it is still there when the page is: a session that ran out leads to sign-in
 * and back. It is kept in memory, for the same user alone; never a password.
 */
@Injectable({ providedIn: 'root' })
export class KeptEntries {
  private readonly session = inject(Session);
  private readonly texts = new Map<string, string>();

  /** An entry that begins with what was kept under `name`, else with `start`. */
  entry(name: string, isComplete: (text: string) => boolean, start = ''): Entry {
    const key = this.keyOf(name);
    const made = entry(isComplete, this.texts.get(key) ?? start);
    return {
      ...made,
      type: (event) => {
        made.type(event);
        this.texts.set(key, made.text());
      },
      set: (text) => {
        made.set(text);
        this.texts.delete(key);
      },
    };
  }

  private keyOf(name: string): string {
    return `${this.session.user()?.userId ?? ''} ${name}`;
  }
}
