import { Pipe, inject, type PipeTransform } from '@angular/core';
import { Language } from './language';

/**
 * `{{ 'trading.title' | ceexText }}`: the text of a key in the language on the screen. It reads one signal, where a
 * subscription for every text would be the larger part of building a page.
 */
@Pipe({
  name: 'ceexText',
  // A pure pipe would keep its answer when the language changes.
  pure: false,
})
export class TextPipe implements PipeTransform {
  private readonly language = inject(Language);

  transform(key: string, params?: Readonly<Record<string, string | number>>): string {
    return this.language.translate(key, params);
  }
}
