/** Institutions, practitioners and accounts: who is who, who works where, and who may sign in. */
import { defineSubgraph } from '@huizhen/platform/subgraph/define-subgraph';
import { bootstrapAdmin } from './actions/bootstrap-admin.ts';
import { directorySettings } from './config.ts';
import { addDemoDirectory } from './demo/add-demo-directory.ts';
import { AccountResolver } from './graphql/account.resolver.ts';
import { directoryReferences } from './graphql/directory.references.ts';
import { PractitionerResolver } from './graphql/practitioner.resolver.ts';
import { ViewerResolver } from './graphql/viewer.resolver.ts';
import {
  accountSchema,
  agreementSchema,
  institutionSchema,
  practitionerSchema,
  refreshTokenSchema,
  sessionSchema,
} from './store/directory.schema.ts';
import { directoryStore } from './store/directory.store.ts';
import { directoryMigrations } from './store/migrations.ts';

export const directory = defineSubgraph({
  name: 'directory',
  signsIn: true,
  settings: directorySettings,
  resolvers: [ViewerResolver, AccountResolver, PractitionerResolver],
  references: directoryReferences,
  entities: [institutionSchema, agreementSchema, practitionerSchema, accountSchema, sessionSchema, refreshTokenSchema],
  migrations: directoryMigrations,
  store: directoryStore,
  start: bootstrapAdmin,
  demo: addDemoDirectory,
  holdsRealAccounts: (context) => context.read(({ accounts }) => accounts.anyReal()),
});
