import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Notice, Skeleton } from '@ceex/web-ui';
import { TranslocoPipe } from '@jsverse/transloco';
import { Realm } from '../parts/realm';
import { LocalMail } from './local-mail';

/** The newest letters of a server that keeps them in a folder. */
@Component({
  selector: 'ceex-local-mail-page',
  imports: [Notice, RouterLink, Skeleton, TranslocoPipe],
  templateUrl: './local-mail-page.html',
  styleUrls: ['../parts/rows.css', './local-mail.css'],
  providers: [LocalMail],
})
export class LocalMailPage {
  protected readonly realm = inject(Realm);
  protected readonly local = inject(LocalMail);
}
