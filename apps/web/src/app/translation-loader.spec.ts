import { TestBed } from '@angular/core/testing';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { appConfig } from './app.config';
import { TranslationLoader } from './translation-loader';

describe('TranslationLoader', () => {
  const texts = () => TestBed.inject(TranslocoService);
  const areas = (language: string) => Object.keys(texts().getTranslation(language)).map((key) => key.split('.')[0]);

  beforeEach(() => TestBed.configureTestingModule({ providers: appConfig.providers }));

  it('loads the texts of the start alone', async () => {
    await firstValueFrom(texts().load('fr'));
    expect(new Set(areas('fr'))).toEqual(new Set(['account', 'shell']));
  });

  it('adds those of the pages to each language that is there, and to each that comes', async () => {
    await firstValueFrom(texts().load('fr'));
    await TestBed.inject(TranslationLoader).needAll();
    await firstValueFrom(texts().load('it'));
    for (const language of ['fr', 'it']) expect(areas(language)).toEqual(expect.arrayContaining(['shell', 'trading']));
  });
});
