import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';

// An app that cannot start has no screen to say so on; the console is where one looks then.
// eslint-disable-next-line no-console
bootstrapApplication(App, appConfig).catch((failure: unknown) => console.error(failure));
