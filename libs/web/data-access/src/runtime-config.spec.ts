import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { RuntimeConfig } from './runtime-config';

describe('RuntimeConfig', () => {
  let config: RuntimeConfig;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    config = TestBed.inject(RuntimeConfig);
    http = TestBed.inject(HttpTestingController);
  });

  it('is what the server says', async () => {
    const loaded = config.load();
    http.expectOne('/api/config').flush({ productName: 'Sunny Street', defaultLanguage: 'it', openRegistration: true });
    await loaded;
    expect(config.value()).toEqual({ productName: 'Sunny Street', defaultLanguage: 'it', openRegistration: true });
  });

  it('falls back where the server is away or says what nobody understands', async () => {
    const away = config.load();
    http.expectOne('/api/config').error(new ProgressEvent('error'));
    await away;
    const odd = config.load();
    http
      .expectOne('/api/config')
      .flush({ productName: 'Sunny Street', defaultLanguage: 'rm', openRegistration: false });
    await odd;
    expect(config.value()).toEqual({ productName: 'CEEX', defaultLanguage: 'en', openRegistration: false });
  });
});
