/** Consultations with their parts. A change is one compare-and-set on status and version, never an overwrite. */
import type { PatientCipher } from '@huizhen/platform/subgraph/unit-keys';
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { groupedBy } from '@huizhen/platform/subgraph/loader';
import { z } from 'zod';
import { ChangedMeanwhile } from '../domain/consultation-errors.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { TimelineEntry } from '../domain/timeline-entry.ts';
import {
  consultationOf,
  invitationOf,
  opinionOf,
  rowOfConsultation,
  rowOfInvitation,
  rowOfOpinion,
  rowOfTimelineEntry,
  timelineEntryOf,
} from './consultation.mapper.ts';
import { ConsultationRow, InvitationRow, OpinionRow, TimelineRow } from './consultation.rows.ts';
import { answeredInvitations, loaded, newInvitations, type LoadedConsultation } from './loaded-consultation.ts';

const uuid = z.uuid();
/** Rows are read to be mapped at once; nothing is tracked. */
const asRead = { disableIdentityMap: true } as const;

export class ConsultationRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  /** In no order; ids that are not there, not shown or no ids at all are missing. The timelines are left empty. */
  async byIds(ids: readonly string[]): Promise<Consultation[]> {
    const known = ids.filter((id) => uuid.safeParse(id).success);
    const rows = await this.tools.em.find(ConsultationRow, { id: { $in: known } }, asRead);
    return this.assemble(rows, async () => []);
  }

  /** Whole, to be changed and saved. */
  async toChange(id: string): Promise<LoadedConsultation | null> {
    if (!uuid.safeParse(id).success) return null;
    const rows = await this.tools.em.find(ConsultationRow, { id }, asRead);
    const [consultation] = await this.assemble(rows, (ids) => this.timelineRows(ids));
    return consultation ? loaded(consultation) : null;
  }

  /** Lets the rest of the transaction see the cases that this expert was ever asked about, so that lateness can be told. */
  async showToAsked(id: string, expertId: string): Promise<void> {
    if (!uuid.safeParse(id).success) return;
    const asked = await this.tools.em.find(InvitationRow, { consultationId: id, expertId }, { ...asRead, limit: 1 });
    if (asked.length > 0) await this.tools.share(asked.map(({ patientId }) => patientId));
  }

  async timelinesOf(consultationIds: readonly string[]): Promise<TimelineEntry[][]> {
    const rows = await this.timelineRows(consultationIds);
    const entries = await this.opened(rows, timelineEntryOf);
    return groupedBy(consultationIds, entries, ({ consultationId }) => consultationId);
  }

  async timelineEntries(ids: readonly string[]): Promise<TimelineEntry[]> {
    return this.opened(await this.tools.em.find(TimelineRow, { id: { $in: [...ids] } }, asRead), timelineEntryOf);
  }

  async add(consultation: Consultation): Promise<void> {
    const cipher = await this.tools.keys.forWriting(consultation.patientId);
    await this.tools.em.insert(ConsultationRow, rowOfConsultation(consultation, cipher));
    await this.insertParts(consultation, { entries: 0, opinions: 0 }, cipher);
    await this.insertInvitations(consultation.invitations, cipher);
  }

  async save(change: LoadedConsultation): Promise<void> {
    const { consultation, before } = change;
    const cipher = await this.tools.keys.forWriting(consultation.patientId);
    consultation.version = before.version + 1;
    const { id, ...columns } = rowOfConsultation(consultation, cipher);
    const asItWas = { id, status: before.facts.status, version: before.version };
    const changed = await this.tools.em.nativeUpdate(ConsultationRow, asItWas, columns);
    if (changed === 0) throw new ChangedMeanwhile(await this.statusNow(id, before.facts.status));
    await this.insertParts(consultation, before, cipher);
    // Last, because an expert who declines sees the case no longer once the invitation is closed.
    for (const invitation of answeredInvitations(change)) {
      const { id: invitationId, ...answer } = rowOfInvitation(invitation, cipher);
      await this.tools.em.nativeUpdate(InvitationRow, { id: invitationId }, answer);
    }
    await this.insertInvitations(newInvitations(change), cipher);
  }

  private async assemble(
    rows: readonly ConsultationRow[],
    timelineOf: (ids: readonly string[]) => Promise<TimelineRow[]>,
  ): Promise<Consultation[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const within = { consultationId: { $in: ids } };
    const keyOf = ({ consultationId }: { consultationId: string }) => consultationId;
    const { em, keys } = this.tools;
    const invitations = await em.find(InvitationRow, within, { ...asRead, orderBy: { invitedAt: 'asc', id: 'asc' } });
    const opinions = await em.find(OpinionRow, within, { ...asRead, orderBy: { signedAt: 'asc', id: 'asc' } });
    const entries = await timelineOf(ids);
    const ciphers = await keys.forReading(rows.map(({ patientId }) => patientId));
    const invitationsOf = groupedBy(ids, invitations, keyOf);
    const opinionsOf = groupedBy(ids, opinions, keyOf);
    const entriesOf = groupedBy(ids, entries, keyOf);
    return rows.map((row, at) => {
      const cipher = cipherFor(ciphers, row.patientId);
      const parts = {
        invitations: (invitationsOf[at] ?? []).map((part) => invitationOf(part, cipher)),
        opinions: (opinionsOf[at] ?? []).map((part) => opinionOf(part, cipher)),
        timeline: (entriesOf[at] ?? []).map((part) => timelineEntryOf(part, cipher)),
      };
      return consultationOf(row, parts, cipher);
    });
  }

  private timelineRows(consultationIds: readonly string[]): Promise<TimelineRow[]> {
    const within = { consultationId: { $in: [...consultationIds] } };
    return this.tools.em.find(TimelineRow, within, { ...asRead, orderBy: { consultationId: 'asc', ordinal: 'asc' } });
  }

  private async opened<Row extends { patientId: string }, T>(
    rows: readonly Row[],
    open: (row: Row, cipher: PatientCipher) => T,
  ): Promise<T[]> {
    const ciphers = await this.tools.keys.forReading(rows.map(({ patientId }) => patientId));
    return rows.map((row) => open(row, cipherFor(ciphers, row.patientId)));
  }

  private async insertParts(
    { timeline, opinions }: Consultation,
    before: { readonly entries: number; readonly opinions: number },
    cipher: PatientCipher,
  ): Promise<void> {
    const { em } = this.tools;
    const entryRows = timeline
      .slice(before.entries)
      .map((entry, at) => rowOfTimelineEntry(entry, before.entries + at, cipher));
    const opinionRows = opinions.slice(before.opinions).map((opinion) => rowOfOpinion(opinion, cipher));
    if (entryRows.length > 0) await em.insertMany(TimelineRow, entryRows);
    if (opinionRows.length > 0) await em.insertMany(OpinionRow, opinionRows);
  }

  private async insertInvitations(invitations: Consultation['invitations'], cipher: PatientCipher): Promise<void> {
    const rows = invitations.map((invitation) => rowOfInvitation(invitation, cipher));
    if (rows.length > 0) await this.tools.em.insertMany(InvitationRow, rows);
  }

  private async statusNow(id: string, otherwise: ConsultationRow['status']): Promise<ConsultationRow['status']> {
    const [now] = await this.tools.em.find(ConsultationRow, { id }, { ...asRead, fields: ['status'] });
    return now?.status ?? otherwise;
  }
}

function cipherFor(ciphers: ReadonlyMap<string, PatientCipher>, patientId: string): PatientCipher {
  const cipher = ciphers.get(patientId);
  if (!cipher) throw new Error('The data key of a patient with sealed fields is missing from data_keys.');
  return cipher;
}
