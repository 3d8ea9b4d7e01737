/** Reports: versions are added and never changed; their texts are sealed with the patient's key. */
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { z } from 'zod';
import { DiagnosticReport } from '../domain/diagnostic-report.ts';

export interface OpenedReport extends Omit<DiagnosticReport, 'findings' | 'impression'> {
  readonly findings: string;
  readonly impression: string;
}

export class ReportRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  /** Of two that sign at once, the second waits and then follows the first one's version. */
  async takeTurn(studyUid: string): Promise<void> {
    await this.tools.sql(z.unknown(), 'SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `imaging.reports/${studyUid}`,
    ]);
  }

  latest(studyUid: string): Promise<DiagnosticReport | null> {
    return this.tools.em.findOne(DiagnosticReport, { studyUid }, { orderBy: { version: 'desc' } });
  }

  async add(report: OpenedReport): Promise<void> {
    const { id, patientId, findings, impression } = report;
    const cipher = await this.tools.keys.forWriting(patientId);
    const sealed = {
      findings: cipher.seal('reports', 'findings', id, findings),
      impression: cipher.seal('reports', 'impression', id, impression),
    };
    await this.tools.em.insert(DiagnosticReport, { ...report, ...sealed });
  }

  /** All versions, newest first. */
  async ofStudies(studyUids: readonly string[]): Promise<OpenedReport[]> {
    const where = { studyUid: { $in: [...studyUids] } };
    return this.opened(await this.tools.em.find(DiagnosticReport, where, { orderBy: { version: 'desc' } }));
  }

  async byId(id: string): Promise<OpenedReport | null> {
    const [report] = await this.opened(await this.tools.em.find(DiagnosticReport, { id }));
    return report ?? null;
  }

  private async opened(reports: readonly DiagnosticReport[]): Promise<OpenedReport[]> {
    const ciphers = await this.tools.keys.forReading(reports.map(({ patientId }) => patientId));
    return reports.flatMap((report) => {
      const cipher = ciphers.get(report.patientId);
      if (!cipher) return [];
      const { id, studyUid, patientId, institutionId, version, status, signedBy, signedAt } = report;
      const findings = cipher.open('reports', 'findings', id, report.findings);
      const impression = cipher.open('reports', 'impression', id, report.impression);
      return [{ id, studyUid, patientId, institutionId, version, status, findings, impression, signedBy, signedAt }];
    });
  }
}
