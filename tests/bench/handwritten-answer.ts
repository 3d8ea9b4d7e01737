/** The queue's answer, put together by hand from the rows of its statements. */
import { openField, type DataKey } from '@huizhen/platform/crypto/data-key';
import type { RecordedTransaction } from './recorded-transactions.ts';

interface QueueRows {
  readonly consultations: readonly {
    id: string;
    number: string;
    status: string;
    patientId: string;
    institutionId: string;
  }[];
  readonly invitations: readonly { consultationId: string; expertId: string; status: string }[];
  readonly patients: readonly { id: string; name: Buffer }[];
  readonly practitioners: readonly Named[];
  readonly institutions: readonly Named[];
  readonly invoices: readonly { consultationId: string; patientFen: number }[];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

const statements: Readonly<Record<keyof QueueRows, RegExp>> = {
  consultations: /FROM consultations\.consultations c WHERE .*ORDER BY/s,
  invitations: /FROM consultations\.invitations p/,
  patients: /birth_date.*FROM patients\.patients/s,
  practitioners: /FROM directory\.practitioners/,
  institutions: /FROM directory\.institutions/,
  invoices: /FROM billing\.invoices/,
};

type Answers = readonly (readonly (readonly unknown[])[])[];

/** Finds once where each kind of row will stand among the answers. */
export function rowsIn(transactions: readonly RecordedTransaction[]): (answers: Answers) => QueueRows {
  const reader = <Part extends keyof QueueRows>(part: Part) => {
    const [place, another] = transactions.flatMap(({ turns }, transaction) =>
      turns.flat().flatMap(({ statement }, at) => (statements[part].test(statement.text) ? [{ transaction, at }] : [])),
    );
    if (!place || another) throw new Error(`Not one statement reads the ${part}: the hand-written answer is outdated.`);
    // Their columns stand in the statements; whoever writes by hand believes the database.
    return (answers: Answers) => (answers[place.transaction]?.[place.at] ?? []) as QueueRows[Part];
  };
  const [consultations, invitations, patients] = [reader('consultations'), reader('invitations'), reader('patients')];
  const [practitioners, institutions, invoices] = [reader('practitioners'), reader('institutions'), reader('invoices')];
  return (answers) => ({
    consultations: consultations(answers),
    invitations: invitations(answers),
    patients: patients(answers),
    practitioners: practitioners(answers),
    institutions: institutions(answers),
    invoices: invoices(answers),
  });
}

/** @param first how many are told; the database was asked for one more, to know whether there is one */
export function queueAnswer(rows: QueueRows, keys: ReadonlyMap<string, DataKey>, first: number): string {
  const patients = new Map(rows.patients.map((row) => [row.id, { name: nameOf(row, keys) }]));
  const practitioners = new Map(rows.practitioners.map(({ id, name }) => [id, { practitioner: { name } }]));
  const institutions = new Map(rows.institutions.map(({ id, name }) => [id, { name }]));
  const invoices = new Map(rows.invoices.map(({ consultationId, patientFen }) => [consultationId, { patientFen }]));
  const invitations = Map.groupBy(rows.invitations, ({ consultationId }) => consultationId);
  const nodes = rows.consultations.slice(0, first).map(({ id, number, status, patientId, institutionId }) => ({
    id,
    number,
    status,
    patient: patients.get(patientId) ?? null,
    invitations: (invitations.get(id) ?? []).map((invitation) => ({
      status: invitation.status,
      expert: practitioners.get(invitation.expertId) ?? null,
    })),
    invoice: invoices.get(id) ?? null,
    institution: institutions.get(institutionId) ?? null,
  }));
  return JSON.stringify({ data: { consultations: { nodes } } });
}

function nameOf({ id, name }: QueueRows['patients'][number], keys: ReadonlyMap<string, DataKey>): string | null {
  const key = keys.get(id);
  return key ? openField(key, { table: 'patients', column: 'name', rowId: id }, name) : null;
}
