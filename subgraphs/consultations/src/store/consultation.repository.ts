/** Consultations with their parts. A change is one compare-and-set on status and version, never an overwrite. */
import { uuidsAmong } from '@huizhen/platform/database/uuids-among';
import type { PatientCipher } from '@huizhen/platform/subgraph/unit-keys';
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { groupedBy } from '@huizhen/platform/subgraph/loader';
import type { z } from 'zod';
import { ChangedMeanwhile } from '../domain/consultation-errors.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { TimelineEntry } from '../domain/timeline-entry.ts';
import {
  consultationOf,
  rowOfConsultation,
  rowOfInvitation,
  rowOfOpinion,
  rowOfTimelineEntry,
  shownConsultationOf,
  timelineEntryOf,
} from './consultation.mapper.ts';
import { ConsultationRow, InvitationRow, OpinionRow, TimelineRow } from './consultation.rows.ts';
import {
  consultationRow,
  consultationsById,
  newestWhere,
  invitationRow,
  invitationsOf,
  opinionRow,
  opinionsOf,
  timelineById,
  timelineOf,
  timelineRow,
} from './consultation.reads.ts';
import { allConditions, type Condition } from './visible-cases.ts';
import { listed, type ListFilter } from './case-list.repository.ts';
import { partsByCase, type PartsByCase } from './parts-by-case.ts';
import { answeredInvitations, loaded, newInvitations, type LoadedConsultation } from './loaded-consultation.ts';

/** Rows are read to be mapped at once; nothing is tracked. */
const asRead = { disableIdentityMap: true } as const;

/** The place is the creation time and the id of the last one seen. */
export interface ListPage {
  readonly first: number;
  readonly after: readonly [string, string] | null;
}

export class ConsultationRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  /** In no order; ids that are not there, not shown or no ids at all are missing. The timelines are left empty. */
  async byIds(ids: readonly string[]): Promise<Consultation[]> {
    const known = uuidsAmong(ids);
    if (known.length === 0) return [];
    const [rows, parts] = await Promise.all([
      this.tools.sql(consultationRow, consultationsById, [arrayOf(known)]),
      this.partsOf(known),
    ]);
    return this.shown(rows, parts);
  }

  /** Newest first. */
  async page(viewer: Viewer, filter: ListFilter, { first, after }: ListPage): Promise<Consultation[]> {
    const from: Condition[] =
      after === null ? [] : [{ sql: '(c.created_at, c.id) < (?::timestamptz, ?::uuid)', parameters: after }];
    const { sql, parameters } = allConditions([...listed(viewer, filter), ...from]);
    const rows = await this.tools.sql(consultationRow, newestWhere(sql), [...parameters, first]);
    if (rows.length === 0) return [];
    return this.shown(rows, await this.partsOf(rows.map(({ id }) => id)));
  }

  /** Whole, to be changed and saved. */
  async toChange(id: string): Promise<LoadedConsultation | null> {
    if (uuidsAmong([id]).length === 0) return null;
    const [[row], parts, entries] = await Promise.all([
      this.tools.sql(consultationRow, consultationsById, [arrayOf([id])]),
      this.partsOf([id]),
      this.timelineRows([id]),
    ]);
    if (row === undefined) return null;
    const cipher = cipherFor(await this.tools.keys.forReading([row.patientId]), row.patientId);
    const timeline = entries.map((entry) => timelineEntryOf(entry, cipher));
    return loaded(consultationOf(row, { ...parts.of(id, cipher), timeline }, cipher));
  }

  /** Lets the rest of the transaction see the cases that this expert was ever asked about, so that lateness can be told. */
  async showToAsked(id: string, expertId: string): Promise<void> {
    if (uuidsAmong([id]).length === 0) return;
    const asked = await this.tools.em.find(InvitationRow, { consultationId: id, expertId }, { ...asRead, limit: 1 });
    if (asked.length > 0) this.tools.share(asked.map(({ patientId }) => patientId));
  }

  async timelinesOf(consultationIds: readonly string[]): Promise<TimelineEntry[][]> {
    const rows = await this.timelineRows(consultationIds);
    const entries = await this.opened(rows, timelineEntryOf);
    return groupedBy(consultationIds, entries, ({ consultationId }) => consultationId);
  }

  async timelineEntries(ids: readonly string[]): Promise<TimelineEntry[]> {
    return this.opened(await this.tools.sql(timelineRow, timelineById, [arrayOf(uuidsAmong(ids))]), timelineEntryOf);
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

  private async shown(rows: readonly z.infer<typeof consultationRow>[], parts: PartsByCase): Promise<Consultation[]> {
    const ciphers = await this.tools.keys.forReading(rows.map(({ patientId }) => patientId));
    return rows.map((row) => {
      const cipher = cipherFor(ciphers, row.patientId);
      return shownConsultationOf(row, { ...parts.of(row.id, cipher), timeline: [] }, cipher);
    });
  }

  /** The parts of many consultations, sent for together with whatever is asked beside them. */
  private async partsOf(ids: readonly string[]): Promise<PartsByCase> {
    const [invitations, opinions] = await Promise.all([
      this.tools.sql(invitationRow, invitationsOf, [arrayOf(ids)]),
      this.tools.sql(opinionRow, opinionsOf, [arrayOf(ids)]),
    ]);
    return partsByCase(invitations, opinions);
  }

  private timelineRows(consultationIds: readonly string[]) {
    return this.tools.sql(timelineRow, timelineOf, [arrayOf(uuidsAmong(consultationIds))]);
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

function arrayOf(ids: readonly string[]): string {
  return `{${ids.join(',')}}`;
}

function cipherFor(ciphers: ReadonlyMap<string, PatientCipher>, patientId: string): PatientCipher {
  const cipher = ciphers.get(patientId);
  if (!cipher) throw new Error('The data key of a patient with sealed fields is missing from data_keys.');
  return cipher;
}
