/** Experts: who answers in which specialty, who is present, and who fits a request best. */
import { defineSubgraph } from '@huizhen/platform/subgraph/define-subgraph';
import { expertsSettings } from './config.ts';
import { addDemoExperts } from './demo/add-demo-experts.ts';
import { expertReferences } from './graphql/expert.references.ts';
import { ExpertResolver } from './graphql/expert.resolver.ts';
import { followExperts } from './memory/follow-experts.ts';
import { countWorkloadWhenInvitationsChange } from './reactions/count-workload-when-invitations-change.ts';
import { expertSchema } from './store/expert.schema.ts';
import { expertsStore } from './store/experts.store.ts';
import { expertsMigrations } from './store/migrations.ts';

export const experts = defineSubgraph({
  name: 'experts',
  settings: expertsSettings,
  resolvers: [ExpertResolver],
  references: expertReferences,
  entities: [expertSchema],
  migrations: expertsMigrations,
  reactions: [countWorkloadWhenInvitationsChange],
  store: expertsStore,
  start: followExperts,
  demo: addDemoExperts,
});
