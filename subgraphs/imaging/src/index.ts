/** Images, their reports, and DICOMweb at the edge: uploaded by ticket, kept as they came, looked at by token. */
import { defineSubgraph } from '@huizhen/platform/subgraph/define-subgraph';
import { archiveOf } from './actions/archive-of.ts';
import { imagingSettings } from './config.ts';
import { storeDemoStudies } from './demo/store-demo-studies.ts';
import { DiagnosticReportResolver } from './graphql/diagnostic-report.resolver.ts';
import { ImagingStudyResolver } from './graphql/imaging-study.resolver.ts';
import { imagingReferences } from './graphql/imaging.references.ts';
import { ConsultationResolver, PatientResolver } from './graphql/studies-of.resolver.ts';
import { pixelRoutes } from './routes/pixel.routes.ts';
import { retrieveRoutes } from './routes/retrieve.routes.ts';
import { searchRoutes } from './routes/search.routes.ts';
import { uploadStudies } from './routes/upload-studies.route.ts';
import { diagnosticReportSchema, uploadTicketSchema, viewerTokenSchema } from './store/imaging.schema.ts';
import { imagingStore } from './store/imaging.store.ts';
import { imagingMigrations } from './store/migrations.ts';

/** Longer than any upload takes: what lies in quarantine since was left there by a crash. */
const ABANDONED_AFTER_MS = 86_400_000;

export const imaging = defineSubgraph({
  name: 'imaging',
  settings: imagingSettings,
  resolvers: [ImagingStudyResolver, DiagnosticReportResolver, PatientResolver, ConsultationResolver],
  references: imagingReferences,
  entities: [uploadTicketSchema, viewerTokenSchema, diagnosticReportSchema],
  migrations: imagingMigrations,
  routes: [uploadStudies, ...searchRoutes, ...retrieveRoutes, ...pixelRoutes],
  store: imagingStore,
  async start(context) {
    await archiveOf(context).sweep(new Date(context.clock.now().getTime() - ABANDONED_AFTER_MS));
  },
  demo: storeDemoStudies,
});
