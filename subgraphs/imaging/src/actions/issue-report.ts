/** An expert signs a report on a study: those of the managing institution, and those who accepted a DIAGNOSIS consultation. */
import { allow, found } from '@huizhen/platform/access/allow';
import { BadUserInput, type FieldFault } from '@huizhen/platform/errors/expected-errors';
import { z } from 'zod';
import { ReportIsFinal } from '../domain/imaging-errors.ts';
import { mayIssueReport } from '../domain/imaging-policy.ts';
import { statusAfter } from '../domain/report-status.ts';
import { askConsultationFacts } from '../peers/ask-consultation-facts.ts';
import { viewableStudy, type KnownStudy } from '../queries/known-studies.ts';
import type { ImagingContext, ImagingUnit } from '../store/imaging.store.ts';
import type { OpenedReport } from '../store/report.repository.ts';

export interface ReportToIssue {
  readonly studyUid: string;
  readonly findings: string;
  readonly impression: string;
  readonly preliminary?: boolean | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

const action = 'imaging.issue-report';
const LONGEST_TEXT = 20_000;

export async function issueReport(context: ImagingContext, input: ReportToIssue): Promise<OpenedReport> {
  context.signedIn();
  const known = await viewableStudy(context, input.studyUid, action);
  const invited = await invitedToDiagnose(context, known);
  return context.once(
    { name: 'issueReport', input },
    {
      act: async (unit) => {
        const { uid: id, patientId } = known.study;
        allow(mayIssueReport(context.signedIn(), known, invited), action, { id, patientId });
        unit.share(invited ? [patientId] : []);
        return sign(context, unit, { input, known });
      },
      remember: ({ id }) => id,
      remembered: z.string(),
      again: async (unit, id) => {
        unit.share(known.relations.map(({ patientId }) => patientId));
        return found(await unit.reports.byId(id), action, id);
      },
    },
  );
}

async function invitedToDiagnose(context: ImagingContext, { relations }: KnownStudy): Promise<boolean> {
  const { practitionerId } = context.signedIn();
  if (practitionerId === null) return false;
  const cases = relations.filter(({ kind }) => kind === 'EXPERT');
  const facts = await Promise.all(cases.map(({ consultationId }) => askConsultationFacts(context, consultationId)));
  return facts.some((one) => one?.kind === 'DIAGNOSIS' && one.acceptedExpertIds.includes(practitionerId));
}

async function sign(
  context: ImagingContext,
  unit: ImagingUnit,
  { input, known }: { input: ReportToIssue; known: KnownStudy },
): Promise<OpenedReport> {
  const texts = checkedTexts(input);
  const { uid: studyUid, patientId, institutionId } = known.study;
  await unit.reports.takeTurn(studyUid);
  const latest = await unit.reports.latest(studyUid);
  const status = statusAfter(latest?.status ?? null, input.preliminary ?? false);
  if (status === null) throw new ReportIsFinal();
  const id = context.ids.next();
  const version = (latest?.version ?? 0) + 1;
  const signedBy = context.signedIn().practitionerId ?? '';
  const signedAt = await unit.databaseTime();
  const report = { id, studyUid, patientId, institutionId, version, status, ...texts, signedBy, signedAt };
  await unit.reports.add(report);
  unit.audit.record(action, { id, patientId });
  unit.events.publish('imaging.report-issued', { studyUid, reportId: id, patientId });
  return report;
}

function checkedTexts(input: ReportToIssue): { findings: string; impression: string } {
  const texts = { findings: input.findings.trim(), impression: input.impression.trim() };
  const faults = Object.entries(texts).flatMap(([path, text]): FieldFault[] =>
    text === '' || text.length > LONGEST_TEXT
      ? [{ path, message: `must be written, in ${LONGEST_TEXT} characters at most` }]
      : [],
  );
  if (faults.length > 0) throw new BadUserInput(faults);
  return texts;
}
