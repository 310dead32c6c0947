import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { AuditEntryView } from '@ceex/contracts';
import { Realm } from '../parts/realm';
import { operatorTexts } from '../testing/operator-texts';
import { AuditWords } from './audit-words';
import { NodeNames } from './node-names';

const TEXTS = {
  audit: {
    server: 'the server',
    gone: 'a deleted account',
    yes: 'yes',
    no: 'no',
    action: { 'node-added': '{{person}} got {{node}}', 'password-changed': '{{person}} changed it' },
    field: { nodes: 'Households', operator: 'Operator', expiresAt: 'Until', name: 'Name', kind: 'Kind' },
    value: { member: 'a member' },
  },
};
const ANNA = { userId: '7b1f3c8e-3c55-4e6f-9a2e-0d2f5f3c1a11', email: 'anna@example.org' };
const OTTO = { userId: '7b1f3c8e-3c55-4e6f-9a2e-0d2f5f3c1a12', email: 'otto@example.org' };
const ENTRY: AuditEntryView = {
  ...{ entryId: 1, at: '2026-11-22T12:00:00Z', actor: OTTO, action: 'node-added' },
  ...{ subject: { userId: ANNA.userId, nodeId: 8 }, person: ANNA, before: null, after: null },
};

describe('AuditWords', () => {
  let words: AuditWords;
  beforeEach(() => {
    const names = { name: (nodeId: number) => ({ 7: 'Haus Sonne', 8: 'Haus Mond' })[nodeId] ?? `${nodeId}` };
    const realm = { timeZone: signal('UTC'), moment: (at: string) => `at ${at}` };
    TestBed.configureTestingModule({
      imports: [operatorTexts(TEXTS)],
      providers: [AuditWords, { provide: NodeNames, useValue: names }, { provide: Realm, useValue: realm }],
    });
    words = TestBed.inject(AuditWords);
    TestBed.tick();
  });

  it('says who did it: somebody, the server, or an account that is gone', () => {
    expect(words.actor(ENTRY)).toBe('otto@example.org');
    expect(words.actor({ ...ENTRY, actor: null })).toBe('the server');
    expect(words.actor({ ...ENTRY, actor: { ...OTTO, email: null } })).toBe('a deleted account');
  });

  it('says what was done, to whom and to which household', () => {
    expect(words.sentence(ENTRY)).toBe('anna@example.org got Haus Mond');
    expect(words.sentence({ ...ENTRY, person: { ...ANNA, email: null }, subject: { nodeId: 9 } })).toBe(
      'a deleted account got 9',
    );
    expect(words.sentence({ ...ENTRY, action: 'password-changed', person: null, subject: {} })).toBe(
      'otto@example.org changed it',
    );
  });

  it('tells households by their names, rights, states and instants in words', () => {
    const before = { nodes: [7], operator: false };
    const after = { nodes: [7, 8], operator: true, expiresAt: '2026-12-06T12:00:00.000Z', kind: 'member' };
    expect(words.changes({ ...ENTRY, before, after })).toEqual([
      { what: 'Households', before: 'Haus Sonne', after: 'Haus Sonne, Haus Mond' },
      { what: 'Operator', before: 'no', after: 'yes' },
      { what: 'Until', before: null, after: 'at 2026-12-06T12:00:00.000Z' },
      { what: 'Kind', before: null, after: 'a member' },
    ]);
  });

  it('shows what has no words as it is, and what is gone as nothing', () => {
    expect(words.changes({ ...ENTRY, before: 'phone', after: 'laptop' })).toEqual([
      { what: 'Name', before: 'phone', after: 'laptop' },
    ]);
    expect(words.changes({ ...ENTRY, before: { nodes: [7], odd: { a: [1] } }, after: { nodes: [] } })).toEqual([
      { what: 'Households', before: 'Haus Sonne', after: '–' },
      { what: 'a', before: '1', after: '–' },
    ]);
  });
});
