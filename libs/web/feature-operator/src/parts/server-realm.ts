import { Injectable, signal } from '@angular/core';
import { Realm } from './realm';

/** The server itself. No community's clock is its own: times are those of whoever looks. */
@Injectable()
export class ServerRealm extends Realm {
  override readonly communityId = signal(null).asReadonly();
  override readonly timeZone = signal(Intl.DateTimeFormat().resolvedOptions().timeZone).asReadonly();
  override readonly queryParams = signal({}).asReadonly();
}
