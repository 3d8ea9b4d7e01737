/** What other subgraphs ask about patients; not part of the public graph. */
import { Arg, Ctx, Directive, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { ConsentPurpose } from '../domain/consent.ts';
import type { InsuranceScheme } from '../domain/coverage.ts';
import { consentInForce } from '../queries/consents-of-patient.ts';
import { coverageOfPatient } from '../queries/coverage-of-patient.ts';
import { standingOfPatient } from '../queries/standing-of-patients.ts';
import type { PatientsContext } from '../store/patients.store.ts';
import { ConsentPurposeEnum, InsuranceSchemeEnum } from './enums.ts';

@ObjectType('Coverage', { description: 'What a patient’s insurance pays of a remote consultation (医保).' })
@Directive('@inaccessible')
export class CoverageType {
  @Field(() => InsuranceSchemeEnum, { description: 'Which insurance it is.' })
  scheme!: InsuranceScheme;

  @Field(() => Boolean, { description: 'Whether it pays at all now.' })
  active!: boolean;

  @Field(() => Int, { description: 'The share that it pays: 7000 is 70 %.' })
  rateBasisPoints!: number;

  @Field(() => Int, { description: 'The most that it pays for one visit.' })
  capPerVisitFen!: number;

  @Field(() => Int, { description: 'What the patient still pays alone this year before it begins.' })
  deductibleRemainingFen!: number;

  @Field(() => Int, { description: 'What it still pays this year.' })
  annualRemainingFen!: number;

  @Field(() => Boolean, { description: 'The managing institution is of the lowest tier.' })
  grassrootsInstitution!: boolean;
}

@Resolver()
export class BetweenServicesResolver {
  @Query(() => Boolean, {
    description: 'Whether the patient has a consent in force for a purpose. For those who may know the patient.',
  })
  @Directive('@inaccessible')
  consentInForce(
    @Ctx() context: PatientsContext,
    @Arg('patientId', () => ID, { description: 'The patient.' }) patientId: string,
    @Arg('purpose', () => ConsentPurposeEnum, { description: 'What for.' }) purpose: ConsentPurpose,
  ): Promise<boolean> {
    return consentInForce(context, patientId, purpose);
  }

  @Query(() => CoverageType, {
    nullable: true,
    description: 'The patient’s insurance, null where none is known. For services only.',
  })
  @Directive('@inaccessible')
  coverage(
    @Ctx() context: PatientsContext,
    @Arg('patientId', () => ID, { description: 'The patient.' }) patientId: string,
  ): Promise<CoverageType | null> {
    return coverageOfPatient(context, patientId);
  }

  @Query(() => ID, {
    nullable: true,
    description: 'The managing institution, null for a patient whom the asker may not know.',
  })
  @Directive('@inaccessible')
  async institutionOfPatient(
    @Ctx() context: PatientsContext,
    @Arg('patientId', () => ID, { description: 'The patient.' }) patientId: string,
  ): Promise<string | null> {
    return (await standingOfPatient(context).load(patientId))?.patient.institutionId ?? null;
  }
}
