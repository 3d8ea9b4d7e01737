/** What one operation did with patients' data; written in the operation's own transaction. Kinds follow FHIR R4 AuditEvent.action (R, C/U/D) and outcome. */
export type AuditKind = 'READ' | 'WRITE' | 'DENIAL';

export interface AuditSubject {
  readonly id: string;
  readonly patientId: string | null;
}

export interface AuditEntry {
  readonly kind: AuditKind;
  readonly action: string;
  readonly objectIds: readonly string[];
  readonly patientIds: readonly string[];
  readonly because: string | null;
}

interface MergedEntry {
  readonly kind: AuditKind;
  readonly action: string;
  readonly because: string | null;
  readonly objects: Set<string>;
  readonly patients: Set<string>;
}

/** Asked-for ids may be any text; whatever is no id at all is not written down. */
const ID = /^[\w.:-]{1,100}$/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Collects entries and merges equal ones, so that a list of fifty is one entry with fifty patients. */
export class AuditTrail {
  private readonly merged = new Map<string, MergedEntry>();

  /** A write of one thing. */
  record(action: string, subject: AuditSubject): void {
    this.add('WRITE', action, [subject], null);
  }

  read(action: string, subjects: readonly AuditSubject[]): void {
    if (subjects.length > 0) this.add('READ', action, subjects, null);
  }

  deny(action: string, subjects: readonly AuditSubject[], because: string): void {
    this.add('DENIAL', action, subjects, because);
  }

  /** Takes over entries that were collected elsewhere. */
  adopt(entries: readonly AuditEntry[]): void {
    for (const { kind, action, because, objectIds, patientIds } of entries) {
      const target = this.entryFor(kind, action, because);
      for (const id of objectIds) target.objects.add(id);
      for (const id of patientIds) target.patients.add(id);
    }
  }

  /** Hands out what was collected, once. */
  take(): AuditEntry[] {
    const entries = [...this.merged.values()].map(({ objects, patients, ...entry }) => ({
      ...entry,
      objectIds: [...objects],
      patientIds: [...patients],
    }));
    this.merged.clear();
    return entries;
  }

  private add(kind: AuditKind, action: string, subjects: readonly AuditSubject[], because: string | null): void {
    const target = this.entryFor(kind, action, because);
    for (const subject of subjects) {
      target.objects.add(ID.test(subject.id) ? subject.id : 'not an id');
      if (subject.patientId !== null && UUID.test(subject.patientId)) target.patients.add(subject.patientId);
    }
  }

  private entryFor(kind: AuditKind, action: string, because: string | null): MergedEntry {
    const key = JSON.stringify([kind, action, because]);
    const target = this.merged.get(key) ?? { kind, action, because, objects: new Set(), patients: new Set() };
    this.merged.set(key, target);
    return target;
  }
}
