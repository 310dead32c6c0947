import { Injectable, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { RuntimeConfig } from '@ceex/web-data-access/start';
import { TranslocoService } from '@jsverse/transloco';
import { Subject, map, of, switchMap } from 'rxjs';

/** A route's title is the key of a text; the browser's tab shows it in the language on the screen. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly key = new Subject<string | undefined>();

  constructor() {
    super();
    const [title, texts, config] = [inject(Title), inject(TranslocoService), inject(RuntimeConfig)];
    this.key
      .pipe(
        switchMap((key) => (key === undefined ? of('') : texts.selectTranslate<string>(key))),
        map((text) => [text, config.value().productName].filter((part) => part !== '').join(' · ')),
      )
      .subscribe((text) => title.setTitle(text));
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.key.next(this.buildTitle(snapshot));
  }
}
