import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Brand } from '../brand';
import { AccountButton } from '../shell/account-button';

/** The frame of the pages for people who are not signed in. */
@Component({
  selector: 'ceex-gate',
  imports: [AccountButton, Brand, RouterOutlet, TranslocoPipe],
  templateUrl: './gate.html',
  styleUrl: './gate.scss',
})
export class Gate {}
