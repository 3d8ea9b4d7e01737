/** What issued bills have used of each patient's insurance, year by year. */
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { z } from 'zod';
import { nothingUsed, type InsuranceUsage } from '../domain/yearly-insurance.ts';

const row = z
  .object({ deductible_fen: z.number(), insured_fen: z.number() })
  .transform((used): InsuranceUsage => ({ deductibleFen: used.deductible_fen, insuredFen: used.insured_fen }));

export interface PatientYear {
  readonly patientId: string;
  readonly year: number;
}

export class InsuranceUsageRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  async of({ patientId, year }: PatientYear): Promise<InsuranceUsage> {
    const [used] = await this.tools.sql(
      row,
      'SELECT deductible_fen, insured_fen FROM billing.insurance_usage WHERE patient_id = ? AND year = ?',
      [patientId, year],
    );
    return used ?? nothingUsed;
  }

  /** Held until the transaction ends, so that two bills cannot both use the last of the year's limit. */
  async locked({ patientId, year }: PatientYear): Promise<InsuranceUsage> {
    const [used] = await this.tools.sql(
      row,
      `INSERT INTO billing.insurance_usage (patient_id, year) VALUES (?, ?)
       ON CONFLICT (patient_id, year) DO UPDATE SET year = excluded.year RETURNING deductible_fen, insured_fen`,
      [patientId, year],
    );
    return used ?? nothingUsed;
  }

  /** Negative amounts give back what a voided bill had used. */
  async add({ patientId, year }: PatientYear, { deductibleFen, insuredFen }: InsuranceUsage): Promise<void> {
    await this.tools.sql(
      z.unknown(),
      `UPDATE billing.insurance_usage SET deductible_fen = deductible_fen + ?, insured_fen = insured_fen + ?
       WHERE patient_id = ? AND year = ?`,
      [deductibleFen, insuredFen, patientId, year],
    );
  }
}
