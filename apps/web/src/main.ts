import { bootstrapApplication } from '@angular/platform-browser';
import { config } from 'zod';
import { App } from './app/app';
import { appConfig } from './app/app.config';

// The content security policy forbids code made at run time, by which zod would otherwise speed up its parsers.
config({ jitless: true });

// An app that cannot start has no screen to say so on; the console is where one looks then.
// eslint-disable-next-line no-console
bootstrapApplication(App, appConfig).catch((failure: unknown) => console.error(failure));
