import { Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

@Component({
  selector: 'ceex-sign-in',
  imports: [TranslocoPipe],
  template: `<h1>{{ 'account.signIn.title' | transloco }}</h1>`,
})
export class SignIn {}
