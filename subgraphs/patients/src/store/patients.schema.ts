/** How consents and coverages lie in their tables. Patients and records are written many at once, in plain SQL. */
import { defineEntity, p } from '@mikro-orm/core';
import { Consent } from '../domain/consent.ts';
import { Coverage } from '../domain/coverage.ts';

export const consentSchema = defineEntity({
  class: Consent,
  tableName: 'consents',
  properties: {
    id: p.uuid().primary(),
    patientId: p.uuid(),
    institutionId: p.uuid(),
    purpose: p.text().$type<Consent['purpose']>(),
    textVersion: p.text(),
    signedBy: p.blob().$type<Buffer>(),
    signedAt: p.datetime(),
    validUntil: p.datetime().nullable(),
    withdrawnAt: p.datetime().nullable(),
  },
});

export const coverageSchema = defineEntity({
  class: Coverage,
  tableName: 'coverages',
  properties: {
    patientId: p.uuid().primary(),
    institutionId: p.uuid(),
    scheme: p.text().$type<Coverage['scheme']>(),
    active: p.boolean(),
    rateBasisPoints: p.integer(),
    capPerVisitFen: p.integer(),
    deductibleRemainingFen: p.integer(),
    annualRemainingFen: p.integer(),
  },
});
