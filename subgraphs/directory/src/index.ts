/** Institutions, practitioners and accounts: who is who, who works where, and who may sign in. */
import { defineSubgraph } from '@huizhen/platform/subgraph/define-subgraph';
import { bootstrapAdmin } from './actions/bootstrap-admin.ts';
import { directorySettings } from './config.ts';
import { addDemoDirectory } from './demo/add-demo-directory.ts';
import { addDemoPartnerApp } from './demo/add-demo-partner-app.ts';
import { AccountResolver } from './graphql/account.resolver.ts';
import { directoryReferences } from './graphql/directory.references.ts';
import { PartnerAppResolver } from './graphql/partner-app.resolver.ts';
import { PractitionerResolver } from './graphql/practitioner.resolver.ts';
import { TrustedDocumentResolver } from './graphql/trusted-document.resolver.ts';
import { ViewerResolver } from './graphql/viewer.resolver.ts';
import { oauthToken } from './routes/oauth-token.ts';
import {
  accountSchema,
  agreementSchema,
  institutionSchema,
  partnerAppSchema,
  practitionerSchema,
  refreshTokenSchema,
  sessionSchema,
  trustedDocumentSchema,
} from './store/directory.schema.ts';
import { directoryStore } from './store/directory.store.ts';
import { directoryMigrations } from './store/migrations.ts';

export const directory = defineSubgraph({
  name: 'directory',
  signsIn: true,
  settings: directorySettings,
  resolvers: [ViewerResolver, AccountResolver, PractitionerResolver, PartnerAppResolver, TrustedDocumentResolver],
  references: directoryReferences,
  entities: [
    institutionSchema,
    agreementSchema,
    practitionerSchema,
    accountSchema,
    sessionSchema,
    refreshTokenSchema,
    partnerAppSchema,
    trustedDocumentSchema,
  ],
  migrations: directoryMigrations,
  routes: [oauthToken],
  store: directoryStore,
  start: bootstrapAdmin,
  async demo(context, now) {
    await addDemoDirectory(context, now);
    await addDemoPartnerApp(context, now);
  },
  holdsRealAccounts: (context) => context.read(({ accounts }) => accounts.anyReal()),
});
