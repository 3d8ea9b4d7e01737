/** The record of a patient, kind by kind. */
import { BadUserInput } from '@huizhen/platform/errors/expected-errors';
import { timeFault } from '@huizhen/platform/input/time-fault';
import { connectionFrom, PageArgs, type Connection } from '@huizhen/platform/subgraph/connection';
import { pageRequest } from '@huizhen/platform/subgraph/page-request';
import { GraphQLDateTime } from 'graphql-scalars';
import { Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import type { ClinicalRecord } from '../domain/clinical-record.ts';
import { recordCount, recordPage } from '../queries/read-record.ts';
import type { PatientsContext } from '../store/patients.store.ts';
import type { RecordFilter } from '../store/record.repository.ts';
import { allergyType, AllergyType } from './allergy.type.ts';
import { ConditionConnection, conditionType } from './condition.type.ts';
import { EncounterConnection, encounterType } from './encounter.type.ts';
import { MedicalRecordType } from './medical-record.type.ts';
import { MedicationConnection, medicationType } from './medication.type.ts';
import { ObservationConnection, observationType } from './observation.type.ts';

@ArgsType()
class ObservationArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Only those with this code, such as LOINC 85354-9.' })
  code?: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Only those since then.' })
  since?: Date | null;
}

/** Nobody has more allergies on file than fit; the list has no pages. */
const ALLERGIES = 500;

const place = z.tuple([z.iso.datetime().nullable(), z.uuid()]);

@Resolver(() => MedicalRecordType)
export class MedicalRecordResolver {
  @FieldResolver(() => EncounterConnection, { description: 'Visits, newest first.' })
  encounters(@Root() record: MedicalRecordType, @Args(() => PageArgs) page: PageArgs, @Ctx() context: PatientsContext) {
    return entries(context, { ...everything(record), kind: 'Encounter' }, { page, nodeOf: encounterType });
  }

  @FieldResolver(() => ConditionConnection, { description: 'Diagnoses and problems, newest first.' })
  conditions(@Root() record: MedicalRecordType, @Args(() => PageArgs) page: PageArgs, @Ctx() context: PatientsContext) {
    return entries(context, { ...everything(record), kind: 'Condition' }, { page, nodeOf: conditionType });
  }

  @FieldResolver(() => ObservationConnection, { description: 'Measurements and findings, newest first.' })
  observations(
    @Root() { patientId }: MedicalRecordType,
    @Args(() => ObservationArgs) { code = null, since = null, ...page }: ObservationArgs,
    @Ctx() context: PatientsContext,
  ) {
    const impossible = since && timeFault(since);
    if (impossible) throw new BadUserInput([{ path: 'since', message: impossible }]);
    return entries(context, { patientId, kind: 'Observation', code, since }, { page, nodeOf: observationType });
  }

  @FieldResolver(() => MedicationConnection, { description: 'Drugs prescribed or taken, newest first.' })
  medications(
    @Root() record: MedicalRecordType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: PatientsContext,
  ) {
    return entries(context, { ...everything(record), kind: 'Medication' }, { page, nodeOf: medicationType });
  }

  @FieldResolver(() => [AllergyType], { description: 'Allergies and intolerances, newest first.' })
  async allergies(@Root() record: MedicalRecordType, @Ctx() context: PatientsContext): Promise<AllergyType[]> {
    const all = await recordPage(context, { ...everything(record), kind: 'Allergy', take: ALLERGIES, after: null });
    return all.map(allergyType);
  }
}

function everything({ patientId }: MedicalRecordType): Omit<RecordFilter, 'kind'> {
  return { patientId, code: null, since: null };
}

async function entries<Node>(
  context: PatientsContext,
  filter: RecordFilter,
  { page, nodeOf }: { page: PageArgs; nodeOf: (record: ClinicalRecord) => Node },
): Promise<Connection<Node>> {
  const request = pageRequest(place, page);
  const rows = await recordPage(context, { ...filter, take: request.first + 1, after: request.after });
  return connectionFrom({
    rows,
    request,
    keyOf: ({ effectiveAt, id }) => [effectiveAt?.toISOString() ?? null, id],
    nodeOf,
    count: () => recordCount(context, filter),
  });
}
