/** How the directory's classes lie in their tables. */
import { defineEntity, p } from '@mikro-orm/core';
import { Account, RefreshToken, SignedInSession } from '../domain/account.ts';
import { Agreement, Institution } from '../domain/institution.ts';
import { PartnerApp } from '../domain/partner-app.ts';
import { Practitioner } from '../domain/practitioner.ts';
import { TrustedDocument } from '../domain/trusted-document.ts';

export const institutionSchema = defineEntity({
  class: Institution,
  tableName: 'institutions',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    name: p.text(),
    level: p.text().$type<Institution['level']>(),
    regionCode: p.text(),
    creditCode: p.text(),
  },
});

export const agreementSchema = defineEntity({
  class: Agreement,
  tableName: 'agreements',
  properties: {
    id: p.uuid().primary(),
    requestingInstitutionId: p.uuid(),
    answeringInstitutionId: p.uuid(),
    validFrom: p.datetime(),
    validUntil: p.datetime(),
  },
});

export const practitionerSchema = defineEntity({
  class: Practitioner,
  tableName: 'practitioners',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    name: p.text(),
    title: p.text().$type<Practitioner['title']>(),
    licenceNumber: p.text(),
    practiceStartedOn: p.date(),
  },
});

export const accountSchema = defineEntity({
  class: Account,
  tableName: 'accounts',
  properties: {
    id: p.uuid().primary(),
    username: p.text(),
    displayName: p.text(),
    passwordHash: p.text().nullable(),
    passwordInitial: p.boolean(),
    roles: p.array().$type<Account['roles']>(),
    institutionId: p.uuid().nullable(),
    practitionerId: p.uuid().nullable(),
    patientId: p.uuid().nullable(),
    totpSecret: p.blob().$type<Buffer>().nullable(),
    pendingTotpSecret: p.blob().$type<Buffer>().nullable(),
    totpUsedStep: p.integer().nullable(),
    oidcIdentity: p.text().nullable(),
    demo: p.boolean(),
    disabledAt: p.datetime().nullable(),
  },
});

export const sessionSchema = defineEntity({
  class: SignedInSession,
  tableName: 'sessions',
  properties: {
    id: p.uuid().primary(),
    accountId: p.uuid(),
    startedAt: p.datetime(),
    endsAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
});

export const refreshTokenSchema = defineEntity({
  class: RefreshToken,
  tableName: 'refresh_tokens',
  properties: {
    hash: p.blob().$type<Buffer>().primary(),
    sessionId: p.uuid(),
    issuedAt: p.datetime(),
    usedAt: p.datetime().nullable(),
    attempt: p.blob().$type<Buffer>().nullable(),
    follows: p.blob().$type<Buffer>().nullable(),
  },
});

export const partnerAppSchema = defineEntity({
  class: PartnerApp,
  tableName: 'partner_apps',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    institutionId: p.uuid().nullable(),
    scopes: p.array().$type<PartnerApp['scopes']>(),
    status: p.text().$type<PartnerApp['status']>(),
    secretHash: p.text(),
    createdAt: p.datetime(),
  },
});

export const trustedDocumentSchema = defineEntity({
  class: TrustedDocument,
  tableName: 'trusted_documents',
  properties: {
    appId: p.uuid().primary(),
    id: p.text().primary(),
    text: p.text(),
    operationNames: p.array(),
    publishedAt: p.datetime(),
    withdrawnAt: p.datetime().nullable(),
  },
});
