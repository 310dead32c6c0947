import { inject, Injectable } from '@angular/core';
import { type AuditEntryView, INVITATION_KINDS, INVITATION_STATES, STRATEGY_KINDS } from '@ceex/contracts';
import { Formats, Language } from '@ceex/web-ui';
import { Realm } from '../parts/realm';
import { type Change, changesOf } from './changes';
import { NodeNames } from './node-names';

/** A change as it is read: what, how it was, how it became. */
export interface ChangeWords {
  readonly what: string;
  /** Null: there was nothing before. */
  readonly before: string | null;
  readonly after: string;
}

const NOTHING = '–';
/** Names of fields that have words; others stand for themselves. */
const FIELDS: ReadonlySet<string> = new Set([
  ...['nodes', 'nodeIds', 'operator', 'kind', 'state', 'name', 'expiresAt', 'strategy', 'lowestSellMicroPerKwh'],
  ...['highestPayMicroPerKwh', 'flexibilityMicroPerKwh', 'start', 'end', 'intervals', 'lines', 'validFrom'],
  ...['peakPowerW', 'tiltDeg', 'azimuthDeg', 'commissionedOn', 'capacityWh', 'powerW', 'label'],
]);
const WORDS: ReadonlySet<string> = new Set([...INVITATION_KINDS, ...INVITATION_STATES, ...STRATEGY_KINDS]);
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** The audit log in words: its entries keep ids and codes, so that they outlive every name. */
@Injectable()
export class AuditWords {
  private readonly language = inject(Language);
  private readonly formats = inject(Formats);
  private readonly realm = inject(Realm);
  private readonly names = inject(NodeNames);

  actor({ actor }: AuditEntryView): string {
    if (actor === null) return this.language.translate('operator.audit.server');
    return actor.email ?? this.language.translate('operator.audit.gone');
  }

  /** What was done, to whom and to which household. */
  sentence({ action, person, subject, actor }: AuditEntryView): string {
    const gone = this.language.translate('operator.audit.gone');
    const nodeId = subject['nodeId'];
    return this.language.translate(`operator.audit.action.${action}`, {
      person: (person ?? actor)?.email ?? gone,
      node: nodeId === undefined ? NOTHING : this.names.name(Number(nodeId)),
    });
  }

  changes({ before, after }: AuditEntryView): readonly ChangeWords[] {
    return changesOf(before, after).map((change) => this.words(change));
  }

  private words({ path, before, after }: Change): ChangeWords {
    const field = path.at(-1) ?? '';
    const was = before === undefined ? null : this.value(field, before);
    return { what: this.field(field), before: was, after: this.value(field, after) };
  }

  private field(name: string): string {
    if (name === '') return this.language.translate('operator.audit.field.name');
    return FIELDS.has(name) ? this.language.translate(`operator.audit.field.${name}`) : name;
  }

  private value(field: string, value: unknown): string {
    if (value === undefined || value === null) return NOTHING;
    if (Array.isArray(value)) return value.map((one) => this.value(field, one)).join(', ') || NOTHING;
    if (typeof value === 'boolean') return this.language.translate(value ? 'operator.audit.yes' : 'operator.audit.no');
    if (typeof value === 'number') return this.number(field, value);
    if (typeof value !== 'string') return JSON.stringify(value);
    if (WORDS.has(value)) return this.language.translate(`operator.audit.value.${value}`);
    return INSTANT.test(value) ? this.realm.moment(value) : value;
  }

  private number(field: string, value: number): string {
    if (field === 'nodes' || field === 'nodeIds') return this.names.name(value);
    if (field.endsWith('MicroPerKwh')) return this.formats.price(value);
    if (field.endsWith('Wh')) return this.formats.energy(value);
    return String(value);
  }
}
