import { Component } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

@Component({
  selector: 'ceex-trading',
  imports: [TranslocoPipe],
  template: `<h1>{{ 'trading.title' | transloco }}</h1>`,
})
export class Trading {}
