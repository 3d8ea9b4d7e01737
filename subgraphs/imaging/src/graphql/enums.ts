/** The enums of imaging, as the graph publishes them. */
import { publishEnum } from '@huizhen/platform/subgraph/publish-enum';
import { reportStatuses } from '../domain/report-status.ts';

export const ReportStatusEnum = publishEnum(
  'ReportStatus',
  'How far a report has come: a final one is never edited, only followed by an amended version.',
  reportStatuses,
  {
    PRELIMINARY: 'Signed, and to be followed by a final one.',
    FINAL: 'Signed for good.',
    AMENDED: 'Signed later than a final one, which it corrects.',
  },
);
