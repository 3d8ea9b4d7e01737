/** Patients' insurance. */
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { Coverage } from '../domain/coverage.ts';

export class CoverageRepository {
  private readonly em: UnitTools['em'];

  constructor({ em }: UnitTools) {
    this.em = em;
  }

  ofPatient(patientId: string): Promise<Coverage | null> {
    return this.em.findOne(Coverage, { patientId });
  }

  async put(coverage: Coverage): Promise<void> {
    await this.em.upsert(Coverage, coverage);
  }
}
