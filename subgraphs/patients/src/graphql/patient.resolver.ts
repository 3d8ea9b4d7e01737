/** Patients: found, looked up, and what hangs on one. */
import { connectionFrom, PageArgs, type Connection } from '@huizhen/platform/subgraph/connection';
import { RequiresScope } from '@huizhen/platform/subgraph/declared-access';
import { pageRequest } from '@huizhen/platform/subgraph/page-request';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { z } from 'zod';
import { accessesOfPatient } from '../queries/accesses-of-patient.ts';
import { consentsOfPatient } from '../queries/consents-of-patient.ts';
import { knownPatient } from '../queries/patient-by-id.ts';
import { readableRecord } from '../queries/read-record.ts';
import { searchPatients } from '../queries/search-patients.ts';
import type { PatientsContext } from '../store/patients.store.ts';
import { consentType, ConsentType } from './consent.type.ts';
import { InstitutionStub } from './institution.stub.ts';
import { RecordAccessConnection, recordAccessType, type RecordAccessType } from './record-access.type.ts';
import { MedicalRecordType } from './medical-record.type.ts';
import { PatientConnection, patientType, PatientType } from './patient.type.ts';

@ArgsType()
class PatientsArgs extends PageArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Whole name, surname, pinyin or its initials; or a whole identity or phone number.',
  })
  search?: string | null;
}

@Resolver(() => PatientType)
export class PatientResolver {
  @Query(() => PatientType, {
    nullable: true,
    description: 'One patient; NOT_FOUND also for those who are not yours to know.',
  })
  @RequiresScope('patients:read')
  async patient(@Ctx() context: PatientsContext, @Arg('id', () => ID, { description: 'The patient.' }) id: string) {
    return patientType(context, await knownPatient(context, id));
  }

  @Query(() => PatientConnection, {
    description: 'The patients of your institution, newest first; for a patient, the patient alone.',
  })
  @RequiresScope('patients:read')
  async patients(
    @Ctx() context: PatientsContext,
    @Args(() => PatientsArgs) { search = null, ...page }: PatientsArgs,
  ): Promise<Connection<PatientType>> {
    const request = pageRequest(z.tuple([z.uuid()]), page);
    const { ids, count } = await searchPatients(context, search, request);
    const rows = await Promise.all(ids.map((id) => knownPatient(context, id)));
    return connectionFrom({
      rows,
      request,
      keyOf: ({ id }) => [id],
      nodeOf: (one) => patientType(context, one),
      count,
    });
  }

  @FieldResolver(() => InstitutionStub, { description: 'The managing institution, which keeps the record.' })
  @RequiresScope('patients:read', 'directory:read')
  institution(@Root() { institutionId }: PatientType): InstitutionStub {
    return { id: institutionId };
  }

  @FieldResolver(() => MedicalRecordType, {
    description: 'The medical record; FORBIDDEN for those who may only know who the patient is.',
  })
  @RequiresScope('patients:read')
  async record(@Root() { id }: PatientType, @Ctx() context: PatientsContext): Promise<MedicalRecordType> {
    await readableRecord(context, id);
    return { patientId: id };
  }

  @FieldResolver(() => [ConsentType], { description: 'Consents, newest first, withdrawn and ended ones too.' })
  @RequiresScope('patients:read')
  async consents(@Root() { id }: PatientType, @Ctx() context: PatientsContext): Promise<ConsentType[]> {
    return (await consentsOfPatient(context).load(id)).map(consentType);
  }

  @FieldResolver(() => RecordAccessConnection, {
    description:
      'Who has seen or changed the patient’s data, newest first, in all subgraphs: for the patient alone, without what this account did itself, what was refused, and what the platform does by itself.',
  })
  @RequiresScope('patients:read')
  async accesses(
    @Root() { id }: PatientType,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: PatientsContext,
  ): Promise<Connection<RecordAccessType>> {
    const request = pageRequest(z.tuple([z.iso.datetime(), z.uuid()]), page);
    const { rows, count } = await accessesOfPatient(context, id, request);
    return connectionFrom({
      rows,
      request,
      keyOf: (access) => [access.firstAt.toISOString(), access.id],
      nodeOf: recordAccessType,
      count,
    });
  }
}
